using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reversing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Data.Loading;

/// <summary>
/// Loads registers with all their entries, for undoing them: those that are named or belong to a
/// named journal, those that these undid before, and those that undid a settlement of them (REV-01,
/// REV-04, REV-05).
/// </summary>
internal sealed class RegisterLoader(HandelDbContext db)
{
    /// <summary>The party entries of the registers become needed too.</summary>
    public async Task<IReadOnlyList<PostedRegister>> Load(BooksNeeds needs, CancellationToken ct)
    {
        if (needs.Registers.Count == 0 && needs.Journals.Count == 0)
            return [];
        var registers = await Registers(needs, ct);
        var gl = await Entries(db.GlEntries, Numbers(registers, r => new(r.GlFrom, r.GlTo)), ct);
        var vat = await Entries(
            db.VatEntries,
            Numbers(registers, r => new(r.VatFrom, r.VatTo)),
            ct
        );
        var banks = await Entries(
            db.BankEntries,
            Numbers(registers, r => new(r.BankFrom, r.BankTo)),
            ct
        );
        var (parties, details) = await PartyEntries(registers, ct);
        needs.PartyEntries.UnionWith(parties.Select(entry => (entry.Direction, entry.EntryNo)));
        var (glOf, vatOf, bankOf, partyOf, detailOf) = (
            gl.ToLookup(entry => entry.RegisterNo),
            vat.ToLookup(entry => entry.RegisterNo),
            banks.ToLookup(entry => entry.RegisterNo),
            parties.ToLookup(entry => entry.RegisterNo),
            details.ToLookup(entry => entry.RegisterNo)
        );
        return
        [
            .. registers.Select(register => new PostedRegister(register)
            {
                GlEntries = [.. glOf[register.RegisterNo]],
                VatEntries = [.. vatOf[register.RegisterNo]],
                PartyEntries = [.. partyOf[register.RegisterNo]],
                PartyDetails = [.. detailOf[register.RegisterNo]],
                BankEntries = [.. bankOf[register.RegisterNo]],
            }),
        ];
    }

    private async Task<List<GlRegister>> Registers(BooksNeeds needs, CancellationToken ct)
    {
        var (single, journals) = (needs.Registers.ToArray(), needs.Journals.ToArray());
        var postedWith = await db
            .GlRegisters.Where(register => journals.Contains(register.RegisterNo))
            .Where(register => register.JournalBatchName != "")
            .Select(register => register.PostedWithRegisterNo)
            .ToArrayAsync(ct);
        var named = await db
            .GlRegisters.Where(register =>
                single.Contains(register.RegisterNo)
                || journals.Contains(register.RegisterNo)
                || (
                    register.JournalBatchName != ""
                    && postedWith.Contains(register.PostedWithRegisterNo)
                )
            )
            .ToListAsync(ct);
        var known = named.Select(register => register.RegisterNo).ToHashSet();
        var others = named.Select(register => register.ReversesRegisterNo).ToHashSet();
        others.UnionWith(await Companions(named, ct));
        others.ExceptWith(known.Append(0));
        var missing = others.ToArray();
        if (missing.Length > 0)
        {
            named.AddRange(
                await db
                    .GlRegisters.Where(register => missing.Contains(register.RegisterNo))
                    .ToListAsync(ct)
            );
        }
        return named;
    }

    /// <summary>Registers that took back a settlement that one of these had made.</summary>
    private async Task<List<int>> Companions(
        IReadOnlyList<GlRegister> registers,
        CancellationToken ct
    )
    {
        var found = new List<int>();
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var numbers = Numbers(registers, LedgerSide.Of(direction).DetailsOf);
            if (numbers.Length == 0)
                continue;
            var registersOf =
                from made in db.PartyDetails
                join undone in db.PartyDetails
                    on new { made.Direction, made.PartyEntryNo } equals new
                    {
                        undone.Direction,
                        undone.PartyEntryNo,
                    }
                where
                    made.Direction == direction
                    && numbers.Contains(made.EntryNo)
                    && made.IsUnapplied
                    && undone.UnappliesEntryNo == made.EntryNo
                select undone.RegisterNo;
            found.AddRange(await registersOf.Distinct().ToListAsync(ct));
        }
        return found;
    }

    private async Task<(List<PartyEntry>, List<PartyDetail>)> PartyEntries(
        IReadOnlyList<GlRegister> registers,
        CancellationToken ct
    )
    {
        var (entries, details) = (new List<PartyEntry>(), new List<PartyDetail>());
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var side = LedgerSide.Of(direction);
            var made = db.PartyEntries.Where(entry => entry.Direction == direction);
            entries.AddRange(await Entries(made, Numbers(registers, side.EntriesOf), ct));
            var changed = db.PartyDetails.Where(detail => detail.Direction == direction);
            details.AddRange(await Entries(changed, Numbers(registers, side.DetailsOf), ct));
        }
        return (entries, details);
    }

    private static int[] Numbers(
        IReadOnlyList<GlRegister> registers,
        Func<GlRegister, EntryRange> rangeOf
    ) => [.. registers.SelectMany(register => rangeOf(register).Numbers)];

    // By number: a ledger has no index on its registers, whose numbers follow each other.
    private static async Task<List<T>> Entries<T>(
        IQueryable<T> ledger,
        int[] numbers,
        CancellationToken ct
    )
        where T : class
    {
        if (numbers.Length == 0)
            return [];
        return await ledger
            .AsNoTracking()
            .Where(entry => numbers.Contains(EF.Property<int>(entry, nameof(GlEntry.EntryNo))))
            .OrderBy(entry => EF.Property<int>(entry, nameof(GlEntry.EntryNo)))
            .ToListAsync(ct);
    }
}

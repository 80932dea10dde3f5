using Handel.App.Journals;
using Handel.Kernel;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Payments;
using Microsoft.EntityFrameworkCore;

namespace Handel.App.Payments;

/// <summary>What a caller asks; what is null is as the journal and the day propose.</summary>
public sealed record NettingRequest
{
    public DateOnly? PostingDate { get; init; }
    public string FirstDocumentNo { get; init; } = "";
    public NettingOrder Order { get; init; }
    public string OnHold { get; init; } = "";

    /// <summary>Numbers of vendors, for example <c>1000..1999|2100</c>; blank is all.</summary>
    public string VendorFilter { get; init; } = "";
}

/// <summary>
/// Set off what companies owe us against what we owe them, as lines of a journal (NET). Who has the
/// same VAT or trade registration number on both sides is one company.
/// </summary>
public sealed class NetBalances(ReservedLines lines)
{
    public async Task<JournalOutcome> Run(
        JournalRef journal,
        NettingRequest request,
        CancellationToken ct = default
    )
    {
        var found = await lines.Desk.Read(journal, open => Net(open, request, ct), ct);
        if (found is null)
            return JournalOutcome.Missing;
        if (found.Problems.Count > 0)
            return JournalOutcome.Refused(found.Problems);
        var notices = Notices(found);
        if (found.Changes.Count == 0)
            return JournalOutcome.Done() with { Notices = notices };
        var outcome = await lines.Add(
            journal with
            {
                Version = journal.Version ?? found.Settings.Batch.Version,
            },
            [.. found.Changes.Select(changes => new NewJournalLine(changes))],
            [.. NettingLines.Holds(found.Netted!.Lines, found.Wish!)],
            ct
        );
        return outcome.IsDone ? outcome with { Notices = notices } : outcome;
    }

    private sealed record Found(JournalSettings Settings)
    {
        public List<Problem> Problems { get; } = [];
        public NettingWish? Wish { get; set; }
        public NettedBalances? Netted { get; set; }
        public IReadOnlyList<IReadOnlyList<JournalChange>> Changes { get; set; } = [];
    }

    private static async Task<Found> Net(
        OpenJournal open,
        NettingRequest request,
        CancellationToken ct
    )
    {
        var found = new Found(open.Settings);
        var next = await JournalLines.NextLine(open, ct);
        var wish = new NettingWish
        {
            PostingDate = request.PostingDate ?? open.WorkDate,
            FirstDocumentNo =
                request.FirstDocumentNo.Length > 0 ? request.FirstDocumentNo : next.DocumentNo,
            Order = request.Order,
            OnHold = request.OnHold,
        };
        if (open.Settings.IsRecurring)
            found.Problems.Add(new(PaymentCodes.WrongJournal, open.Settings.Record));
        if (wish.FirstDocumentNo.Length == 0)
            found.Problems.Add(
                new(ProblemCodes.FieldEmpty, open.Settings.Record, "startingDocumentNumber")
            );
        if (found.Problems.Count > 0)
            return found;
        var pairs = await Pairs(open, request.VendorFilter, found.Problems, ct);
        var netted = BalanceNetting.Plan(wish, pairs);
        if (netted.Lines.Any(line => line.DocumentNo.Length == 0))
            found.Problems.Add(
                new(
                    PaymentCodes.NoNumber,
                    open.Settings.Record,
                    "startingDocumentNumber",
                    wish.FirstDocumentNo
                )
            );
        var journal = await open.Lines().ToListAsync(ct);
        found.Problems.AddRange(NettingLines.FindTwice(netted.Lines, journal, open.Settings));
        (found.Wish, found.Netted) = (wish, netted);
        found.Changes = NettingLines.Changes(netted.Lines, wish, open.Setup);
        return found;
    }

    // NET-01, by the vendor's number.
    private static async Task<IReadOnlyList<NettingPair>> Pairs(
        OpenJournal open,
        string vendorFilter,
        List<Problem> problems,
        CancellationToken ct
    )
    {
        var (selling, buying) = (LedgerSide.Of(Direction.Sale), LedgerSide.Of(Direction.Purchase));
        var customers = await Parties(open, selling, ct);
        var byNumber = customers
            .SelectMany(customer => Keys(customer).Select(key => (key, customer)))
            .ToLookup(pair => pair.key, pair => pair.customer);
        var pairs = new List<(Party Customer, Party Vendor)>();
        var paired = new HashSet<string>();
        foreach (var vendor in await Parties(open, buying, ct))
        {
            if (!CodeFilter.Allows(vendorFilter, vendor.No))
                continue;
            // Each balance is set off once, however many share a number.
            var customer = Keys(vendor)
                .SelectMany(key => byNumber[key])
                .FirstOrDefault(one => paired.Add(one.No));
            if (customer is not null)
                pairs.Add((customer, vendor));
        }
        var entries = await Entries(open, pairs, ct);
        if (entries.Count > OpenToPay.EntriesMax)
            problems.Add(new(PaymentCodes.TooManyEntries, open.Settings.Record));
        var byParty = entries.ToLookup(entry => (entry.Direction, entry.PartyNo));
        return
        [
            .. pairs.Select(pair => new NettingPair(
                new(selling, pair.Customer, [.. byParty[(selling.Direction, pair.Customer.No)]]),
                new(buying, pair.Vendor, [.. byParty[(buying.Direction, pair.Vendor.No)]])
            )),
        ];
    }

    private static IEnumerable<(string, string)> Keys(Party party)
    {
        if (party.VatRegistrationNo.Length > 0)
            yield return ("vat", party.VatRegistrationNo);
        if (party.RegistrationNo.Length > 0)
            yield return ("registration", party.RegistrationNo);
    }

    private static Task<List<Party>> Parties(
        OpenJournal open,
        LedgerSide side,
        CancellationToken ct
    )
    {
        var direction = side.Direction;
        var withOpen = open
            .Db.PartyEntries.Where(e => e.Direction == direction && e.IsOpen)
            .Select(e => e.PartyNo);
        return open
            .Db.Parties.AsNoTracking()
            .Where(party => party.Direction == direction && withOpen.Contains(party.No))
            .Where(party => party.VatRegistrationNo != "" || party.RegistrationNo != "")
            .OrderBy(party => party.No)
            .ToListAsync(ct);
    }

    private static Task<List<PartyEntry>> Entries(
        OpenJournal open,
        List<(Party Customer, Party Vendor)> pairs,
        CancellationToken ct
    )
    {
        var customers = pairs.Select(pair => pair.Customer.No).ToArray();
        var vendors = pairs.Select(pair => pair.Vendor.No).ToArray();
        return open
            .Db.PartyEntries.AsNoTracking()
            .Where(e => e.IsOpen)
            .Where(e =>
                (e.Direction == Direction.Sale && customers.Contains(e.PartyNo))
                || (e.Direction == Direction.Purchase && vendors.Contains(e.PartyNo))
            )
            .OrderBy(e => e.EntryNo)
            .Take(OpenToPay.EntriesMax + 1)
            .ToListAsync(ct);
    }

    private static List<Problem> Notices(Found found)
    {
        var netted = found.Netted!;
        var documents = netted.Lines.Select(line => line.DocumentNo).Distinct().Count();
        var notices = new List<Problem>
        {
            documents == 0
                ? new(PaymentCodes.Nothing, found.Settings.Record)
                : new(PaymentCodes.Netted, found.Settings.Record)
                {
                    Args = new Dictionary<string, string>
                    {
                        ["count"] = $"{netted.Lines.Count}",
                        ["documents"] = $"{documents}",
                    },
                },
        };
        notices.AddRange(
            netted
                .Blocked.Take(ReservedLines.NoticesMax)
                .Select(party => new Problem(
                    PaymentCodes.PartyBlocked,
                    new(LedgerSide.Of(party.Direction).PartyEntity, party.No)
                ))
        );
        return notices;
    }
}

using Handel.Kernel.Amounts;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Vat;

/// <summary>
/// Makes VAT due because its document is settled, and takes that back when the settlement is undone
/// (UNR-01, UNR-03): out of the unrealized account, into the real one, with a VAT entry of its own
/// on the day of the settlement.
/// </summary>
internal sealed class VatRealization(
    Books books,
    PostingBuilder builder,
    AccountResolution accounts
)
{
    /// <summary>UNR-02: the VAT of the document that this settlement makes due.</summary>
    public void Realize(PartyEntry document, PaidPart paid)
    {
        var own = builder.VatOf(document.RegisterNo);
        var entries = Books.VatOf(
            document,
            own.Count > 0 ? own : books.VatEntriesOf(document.RegisterNo)
        );
        var waiting = entries.Where(vat => vat.IsUnrealized).ToList();
        foreach (var group in waiting.GroupBy(vat => vat.UnrealizedVatType).ToList())
        {
            var sum = new UnrealizedSum(
                Math.Abs(group.Sum(vat => vat.UnrealizedAmount)),
                Math.Abs(group.Sum(vat => books.RestOf(vat).Amount))
            );
            var share = UnrealizedShare.Of(group.Key, paid, sum);
            foreach (var vat in group)
                Book(vat, PartOf(books.RestOf(vat), share), vat.EntryNo);
        }
    }

    /// <summary>UNR-03: a VAT entry that a settlement had made.</summary>
    public void TakeBack(VatEntry realized) =>
        Book(realized, new(-realized.Base, -realized.Amount), realized.UnrealizedVatEntryNo);

    private static UnrealizedRest PartOf(UnrealizedRest rest, decimal share) =>
        share == 1m
            ? rest
            : new(Rounding.Lcy(rest.Base * share), Rounding.Lcy(rest.Amount * share));

    private void Book(VatEntry like, UnrealizedRest part, int unrealizedEntryNo)
    {
        if (part.IsNothing)
            return;
        var lineNo = part.Amount == 0m ? 0 : Move(like, part.Amount);
        var made = builder.AddVatAnew(
            like with
            {
                Base = part.Base,
                Amount = part.Amount,
                BaseBeforePmtDisc = part.Base,
                UnrealizedVatType = UnrealizedVatType.None,
                UnrealizedBase = 0m,
                UnrealizedAmount = 0m,
                UnrealizedVatEntryNo = unrealizedEntryNo,
            },
            (lineNo, lineNo)
        );
        books.Realize(made);
    }

    /// <summary>
    /// From where it waits to where it is owed; the line of the VAT itself, which that of the
    /// reverse charge follows (NDV-04).
    /// </summary>
    private int Move(VatEntry vat, decimal amount)
    {
        var key = (vat.VatBusPostingGroup, vat.VatProdPostingGroup);
        // A combination that was blocked since is realized all the same.
        if (!accounts.Setup.VatPosting.TryGetValue(key, out var setup))
        {
            accounts.Vat(new(vat.VatBusPostingGroup, vat.VatProdPostingGroup));
            return 0;
        }
        var side = LedgerSide.OfVat(vat.Type);
        var isAssessed =
            side.IsVatSelfAssessed && vat.CalculationType == VatCalculationType.ReverseCharge;
        builder.AddPlain(accounts.UnrealizedVatAccount(side, setup), -amount);
        var lineNo = builder.AddPlain(accounts.VatAccount(side, setup), amount);
        if (!isAssessed)
            return lineNo;
        builder.AddPlain(accounts.ReverseChargeAccount(setup), -amount);
        builder.AddPlain(accounts.UnrealizedReverseChargeAccount(setup), amount);
        return lineNo;
    }
}

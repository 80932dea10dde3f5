using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>
/// The VAT that a settlement touches: what discounts and tolerances take back, where the company
/// corrects it (DSC-06 mode B, DSC-30), and what becomes due by it (UNR-01).
/// </summary>
internal sealed class SettlementVat(Books books, PostingBuilder builder, AccountResolution accounts)
{
    private readonly VatRealization _realization = new(books, builder, accounts);

    /// <summary>
    /// What of a reduction falls on the VAT entries of an invoice; empty in other modes.
    /// </summary>
    public IReadOnlyList<VatShare> SharesOf(PartyEntry invoice, decimal reductionLcy) =>
        books.Setup.Gl.AdjustForPmtDisc && invoice.OriginalAmountLcy != 0m
            ? VatShares.Of(reductionLcy, invoice, EntriesOf(invoice).Where(IsAdjusted))
            : [];

    public VatEntry Book(VatShare share, CorrectionAccounts accounts) =>
        builder.AddVatCorrection(share.Correction, accounts);

    /// <summary>
    /// VAT that waited for this settlement. What a discount or a tolerance takes off counts as paid
    /// (UNR-03).
    /// </summary>
    /// <param name="entry">After the settlement.</param>
    /// <param name="before">What was left of it; its own currency.</param>
    public void Realize(PartyEntry entry, decimal before)
    {
        if (!entry.DocumentType.IsPaidLater() || entry.OriginalAmount == 0m)
            return;
        _realization.Realize(
            entry,
            new(
                Math.Abs(entry.OriginalAmountLcy),
                InLcy(entry, before),
                InLcy(entry, entry.RemainingAmount)
            )
        );
    }

    // At the rate of the document itself, so that what is paid whole is whole in LCY too.
    private static decimal InLcy(PartyEntry entry, decimal amount) =>
        Math.Abs(entry.OriginalAmountLcy * amount / entry.OriginalAmount);

    // The register may hold more than the invoice: a payment at once corrects VAT of its own.
    private List<VatEntry> EntriesOf(PartyEntry invoice)
    {
        var register = invoice.RegisterNo;
        var entries = builder.VatOf(register) is { Count: > 0 } own
            ? own
            : books.VatEntriesOf(register);
        return Books.VatOf(invoice, entries).ToList();
    }

    // VPS-05
    private bool IsAdjusted(VatEntry vat) =>
        books.Setup.VatPosting.GetValueOrDefault((vat.VatBusPostingGroup, vat.VatProdPostingGroup))
            is { AdjustForPaymentDiscount: true };
}

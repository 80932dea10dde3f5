using Handel.Ledgers.Finance;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Parties;

/// <summary>
/// The VAT that discounts and tolerances take back, where the company corrects it (DSC-06 mode B,
/// DSC-30).
/// </summary>
internal sealed class SettlementVat(Books books, PostingBuilder builder)
{
    /// <summary>
    /// What of a reduction falls on the VAT entries of an invoice; empty in other modes.
    /// </summary>
    public IReadOnlyList<VatShare> SharesOf(PartyEntry invoice, decimal reductionLcy) =>
        books.Setup.Gl.AdjustForPmtDisc && invoice.OriginalAmountLcy != 0m
            ? VatShares.Of(reductionLcy, invoice, EntriesOf(invoice).Where(IsAdjusted))
            : [];

    public VatEntry Book(VatShare share, CorrectionAccounts accounts) =>
        builder.AddVatCorrection(share.Correction, accounts);

    // The register may hold more than the invoice: a payment at once corrects VAT of its own.
    private List<VatEntry> EntriesOf(PartyEntry invoice)
    {
        var register = invoice.RegisterNo;
        var entries = builder.VatOf(register) is { Count: > 0 } own
            ? own
            : books.VatEntriesOf(register);
        return entries
            .Where(vat =>
                vat.DocumentType == invoice.DocumentType && vat.DocumentNo == invoice.DocumentNo
            )
            .ToList();
    }

    // VPS-05
    private bool IsAdjusted(VatEntry vat) =>
        books.Setup.VatPosting.GetValueOrDefault((vat.VatBusPostingGroup, vat.VatProdPostingGroup))
            is { AdjustForPaymentDiscount: true };
}

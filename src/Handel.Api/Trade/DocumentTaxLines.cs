using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.App.Documents;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Trade;

/// <summary>What is taxed together on a document, by its first line (VAT-01).</summary>
internal sealed class TaxLineRow
{
    public required TradeLine First { get; init; }
    public required TradeDocument Document { get; init; }
    public required decimal LineAmount { get; init; }
    public required decimal InvDiscountAmount { get; init; }
    public required decimal Amount { get; init; }
    public required decimal AmountInclVat { get; init; }
    public required decimal VatDifference { get; init; }
}

/// <summary>
/// The VAT of a document, one row for lines that are taxed together: the amount may be typed within
/// the allowed difference (VAT-09), of a purchase also what may not be deducted (NDV-05).
/// </summary>
internal static class DocumentTaxLines
{
    public static Resource Create() =>
        Resource
            .Extension("documentTaxLines", "documentTaxLine", Rows)
            .Field("id", r => r.First.Id)
            .Field("documentId", r => r.First.DocumentId)
            .Field("documentNumber", r => r.Document.No)
            .Field("sequence", r => r.First.LineNo)
            .Field("taxIdentifier", r => r.First.VatIdentifier)
            .Mapped<VatCalculationType, string>(
                "calculationType",
                r => r.First.VatCalculationType,
                WireNames.Of,
                name => WireNames.Find<VatCalculationType>(name, WireNames.Of)
            )
            .Field("taxPercent", r => r.First.VatPct)
            .Field("lineAmount", r => r.LineAmount)
            .Field("invoiceDiscountAmount", r => r.InvDiscountAmount)
            .Field("taxBaseAmount", r => r.Amount)
            .Field("taxAmount", r => r.AmountInclVat - r.Amount, Access.ReadWrite)
            .Field("taxDifference", r => r.VatDifference)
            .Field("amountIncludingTax", r => r.AmountInclVat)
            .Field("nonDeductibleTaxPercent", r => r.First.NonDeductibleVatPct, Access.ReadWrite)
            .ETag(r => r.Document.Version)
            .OrderedBy("documentNumber", "taxIdentifier", "sequence")
            .Update(Update);

    private static IQueryable<TaxLineRow> Rows(RequestScope scope)
    {
        var db = scope.Db();
        var sums = db
            .Lines.Where(line => line.Type != LineType.Comment)
            .GroupBy(line => new
            {
                line.DocumentId,
                line.VatIdentifier,
                line.VatCalculationType,
                IsNegative = line.LineAmount < 0m,
            })
            .Select(group => new
            {
                group.Key.DocumentId,
                FirstLineNo = group.Min(line => line.LineNo),
                LineAmount = group.Sum(line => line.LineAmount),
                InvDiscountAmount = group.Sum(line => line.InvDiscountAmount),
                Amount = group.Sum(line => line.Amount),
                AmountInclVat = group.Sum(line => line.AmountInclVat),
                VatDifference = group.Sum(line => line.VatDifference),
            });
        return from line in db.Lines
            join sum in sums
                on new { line.DocumentId, line.LineNo } equals new
                {
                    sum.DocumentId,
                    LineNo = sum.FirstLineNo,
                }
            join document in db.Documents on line.DocumentId equals document.Id
            select new TaxLineRow
            {
                First = line,
                Document = document,
                LineAmount = sum.LineAmount,
                InvDiscountAmount = sum.InvDiscountAmount,
                Amount = sum.Amount,
                AmountInclVat = sum.AmountInclVat,
                VatDifference = sum.VatDifference,
            };
    }

    private static async Task<WriteOutcome> Update(RequestScope scope, Guid id, Given given)
    {
        var first = await scope
            .Db()
            .Lines.SingleOrDefaultAsync(line => line.Id == id, scope.Aborted);
        if (first is null)
            return WriteOutcome.Missing;
        var edit = new DocumentEdit
        {
            Lines = given.Value<decimal>("nonDeductibleTaxPercent") is { } pct
                ? await Deduct(scope, first, pct)
                : [],
            Vat = given.Value<decimal>("taxAmount") is { } vat ? [new(id, vat)] : [],
        };
        var draft = DocumentWrites.Ref(scope, first.DocumentId, given);
        var changed = await scope.Get<Drafts>().Change(draft, edit, scope.Aborted);
        return DocumentWrites.OutcomeOf(changed, id);
    }

    // NDV-05: whatever is taxed together is deducted together, credit lines too.
    private static async Task<List<LineEdit>> Deduct(
        RequestScope scope,
        TradeLine first,
        decimal pct
    )
    {
        var lines = await scope
            .Db()
            .Lines.Where(line =>
                line.DocumentId == first.DocumentId
                && line.Type != LineType.Comment
                && line.VatIdentifier == first.VatIdentifier
            )
            .OrderBy(line => line.LineNo)
            .Select(line => line.Id)
            .ToListAsync(scope.Aborted);
        return lines.ConvertAll(id => new LineEdit(
            id,
            LineEditKind.Change,
            [new(LineField.NonDeductibleVatPct, pct)]
        ));
    }
}

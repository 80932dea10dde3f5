using Handel.Kernel;
using Handel.Ledgers;
using Handel.Ledgers.Vat;
using Handel.Trade.Documents;

namespace Handel.Trade.Editing;

/// <summary>What a new draft is: its kind, the id from the shell and the number drawn.</summary>
public sealed record DraftKey(Direction Direction, DocumentKind Kind, Guid Id, string No);

/// <summary>
/// New documents, before a party is chosen (DAT-01, H-05, SET-16, HDR-11, HDR-12).
/// </summary>
public static class DocumentDraft
{
    public static TradeDocument New(DraftKey key, CompanySetup setup, DateOnly workDate)
    {
        var trade = setup.Trade[key.Direction];
        var isDated = key.Kind.IsPostable() && !trade.DefaultPostingDateIsBlank;
        var postingDate = isDated ? workDate : (DateOnly?)null;
        var document = new TradeDocument
        {
            CompanyNo = setup.CompanyNo,
            Id = key.Id,
            Direction = key.Direction,
            Kind = key.Kind,
            No = key.No,
            OrderDate = workDate,
            DocumentDate = workDate,
            PostingDate = postingDate,
            VatDate = VatDates.Default(setup.Gl, new(postingDate, workDate)),
            DueDate = workDate,
            PmtDiscountDate = key.Kind.IsCredit() ? null : workDate,
            IsCorrection = key.Kind.IsCredit() && setup.Gl.MarkCreditMemosAsCorrections,
        };
        document.PostingDescription = $"{Mirror.WordsOf(document).Name} {key.No}";
        return document;
    }
}

using System.Linq.Expressions;
using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Kernel.Numbering;
using Handel.Ledgers.Setup;

namespace Handel.Api.Setup;

/// <summary>
/// What a company decided about selling and buying: one row each, read and changed (C4).
/// </summary>
internal static class TradeSetupResources
{
    private const int CodeLength = SetupFields.CodeLength;

    public static IEnumerable<Resource> All() => SideNames.Both.Select(Setup);

    private static Resource Setup(SideNames side)
    {
        var resource = Resource
            .Extension(side.Setup, side.Setup, side.SetupRows)
            .Field("id", s => s.Id)
            .Field("discountPosting", s => s.DiscountPosting, Access.ReadWrite)
            .Field("calculateInvoiceDiscount", s => s.CalcInvDiscount, Access.ReadWrite)
            .Field(
                "calculateInvoiceDiscountPerTaxIdentifier",
                s => s.CalcInvDiscPerVatId,
                Access.ReadWrite
            )
            .Field("invoiceRounding", s => s.InvoiceRounding, Access.ReadWrite)
            .Field("externalDocumentNumberMandatory", s => s.ExtDocNoMandatory, Access.ReadWrite)
            .Field($"{side.Delivery}OnInvoice", s => s.DeliveryOnInvoice, Access.ReadWrite)
            .Field(
                $"{side.ReturnDelivery}OnCreditMemo",
                s => s.ReturnDeliveryOnCreditMemo,
                Access.ReadWrite
            )
            .Field(
                "exactCostReversingMandatory",
                s => s.ExactCostReversingMandatory,
                Access.ReadWrite
            )
            .Field(
                "linkDocumentDateToPostingDate",
                s => s.LinkDocDateToPostingDate,
                Access.ReadWrite
            )
            .Field("copyLineDescriptionToEntry", s => s.CopyLineDescrToGlEntry, Access.ReadWrite)
            .Field(
                "allowMultiplePostingGroups",
                s => s.AllowMultiplePostingGroups,
                Access.ReadWrite
            )
            .Field("postingGroupCheck", s => s.PostingGroupCheck, Access.ReadWrite);
        var writes = Switches(side);
        foreach (var (name, of, write) in Series(side))
        {
            resource.Field(name, of, Access.ReadWrite, CodeLength);
            writes.Pair<NumberSeries>(("", name), series => series.Code, write);
        }
        return resource
            .Field("lastModifiedDateTime", s => s.ModifiedAt)
            .ETag(s => s.Version)
            .Update(writes.Update);
    }

    private static RowWrites<TradeSetup> Switches(SideNames side) =>
        new RowWrites<TradeSetup>(side.Setup)
            .Set<DiscountPosting>("discountPosting", (s, choice) => s.DiscountPosting = choice)
            .Set<bool>("calculateInvoiceDiscount", (s, on) => s.CalcInvDiscount = on)
            .Set<bool>(
                "calculateInvoiceDiscountPerTaxIdentifier",
                (s, on) => s.CalcInvDiscPerVatId = on
            )
            .Set<bool>("invoiceRounding", (s, on) => s.InvoiceRounding = on)
            .Set<bool>("externalDocumentNumberMandatory", (s, on) => s.ExtDocNoMandatory = on)
            .Set<bool>($"{side.Delivery}OnInvoice", (s, on) => s.DeliveryOnInvoice = on)
            .Set<bool>(
                $"{side.ReturnDelivery}OnCreditMemo",
                (s, on) => s.ReturnDeliveryOnCreditMemo = on
            )
            .Set<bool>("exactCostReversingMandatory", (s, on) => s.ExactCostReversingMandatory = on)
            .Set<bool>("linkDocumentDateToPostingDate", (s, on) => s.LinkDocDateToPostingDate = on)
            .Set<bool>("copyLineDescriptionToEntry", (s, on) => s.CopyLineDescrToGlEntry = on)
            .Set<bool>("allowMultiplePostingGroups", (s, on) => s.AllowMultiplePostingGroups = on)
            .Set<PostingGroupCheck>("postingGroupCheck", (s, check) => s.PostingGroupCheck = check);

    // Series of documents that this release has.
    private static IEnumerable<(
        string Name,
        Expression<Func<TradeSetup, string>> Of,
        Action<TradeSetup, string> Write
    )> Series(SideNames side) =>
        [
            ($"{side.Party}NumberSeries", s => s.PartyNos, (s, code) => s.PartyNos = code),
            ("orderNumberSeries", s => s.OrderNos, (s, code) => s.OrderNos = code),
            ("invoiceNumberSeries", s => s.InvoiceNos, (s, code) => s.InvoiceNos = code),
            ("creditMemoNumberSeries", s => s.CreditMemoNos, (s, code) => s.CreditMemoNos = code),
            (
                $"posted{SideNames.Capital(side.Delivery)}NumberSeries",
                s => s.PostedDeliveryNos,
                (s, code) => s.PostedDeliveryNos = code
            ),
            (
                $"posted{SideNames.Capital(side.ReturnDelivery)}NumberSeries",
                s => s.PostedReturnDeliveryNos,
                (s, code) => s.PostedReturnDeliveryNos = code
            ),
            (
                "postedInvoiceNumberSeries",
                s => s.PostedInvoiceNos,
                (s, code) => s.PostedInvoiceNos = code
            ),
            (
                "postedCreditMemoNumberSeries",
                s => s.PostedCreditMemoNos,
                (s, code) => s.PostedCreditMemoNos = code
            ),
        ];
}

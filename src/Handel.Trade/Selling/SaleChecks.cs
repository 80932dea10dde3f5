using Handel.Kernel.Problems;
using Handel.Ledgers;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Setup;
using Handel.Trade.Documents;
using Handel.Trade.Editing;
using Handel.Trade.Postings;

namespace Handel.Trade.Selling;

/// <summary>What stops the posting of a sale and of no purchase.</summary>
internal static class SaleChecks
{
    public static void Find(PostingScope scope, Books books, List<Problem> problems)
    {
        var document = scope.Document;
        // PC-05
        if (scope is { IsCredit: false, Invoices: true, Part.AmountInclVat: < 0m })
            problems.Add(new(ProblemCodes.NegativeTotal, Mirror.RecordOf(document)));
        // PC-21: whatever is posted (SET-07).
        PartyChecks.FindMissingExternalNo(scope, problems);
        PartyChecks.Find(scope, books, problems, IsBlocked);
    }

    /// <summary>COM-02: an invoice on which nobody sees where to pay.</summary>
    public static IReadOnlyList<Problem> Notices(PostingScope scope, CompanySetup setup) =>
        scope is { Invoices: true, IsCredit: false } && !setup.Information.HasPaymentInfo
            ?
            [
                new(
                    ProblemCodes.PaymentInfo,
                    Mirror.RecordOf(scope.Document),
                    FieldNames.Of(scope.Document, HeaderField.PaymentMethodCode)
                )
                {
                    MendedAt = new(CompanyInformation.Entity, ""),
                },
            ]
            : [];

    // Sales 2.2, the rows of posting.
    private static bool IsBlocked(PostingScope scope, Party customer)
    {
        if (scope.IsCredit)
            return customer.Blocked == PartyBlocked.All;
        return customer.Blocked switch
        {
            PartyBlocked.None or PartyBlocked.Payment => false,
            PartyBlocked.Ship => scope.HasDeliveryDocument && IsSellTo(scope, customer),
            PartyBlocked.Invoice or PartyBlocked.All => true,
            _ => throw new InvalidOperationException($"Unknown block {customer.Blocked}."),
        };
    }

    // An order ships to nobody whose bill-to customer is blocked either (BLK-01).
    private static bool IsSellTo(PostingScope scope, Party customer) =>
        scope.Document.Kind.IsOrderLike() || customer.No == scope.Document.PartyNo;
}

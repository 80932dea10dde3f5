using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Api.Trade;
using Handel.App.Journals;
using Handel.App.Payments;
using Handel.Kernel;
using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Payments;
using Handel.Trade.Editing;

namespace Handel.Api.Journals;

/// <summary>Suggested payments and netted balances, into a journal (SVP, NET).</summary>
internal static class JournalPaymentActions
{
    private const string LastPaymentDate = "lastPaymentDate";
    private const string PostingDate = "postingDate";
    private const string FindPaymentDiscounts = "findPaymentDiscounts";
    private const string UseVendorPriority = "useVendorPriority";
    private const string AvailableAmountLcy = "availableAmountLCY";
    private const string SkipExportedPayments = "skipExportedPayments";
    private const string CheckOtherJournals = "checkOtherJournals";
    private const string SummarizePerVendor = "summarizePerVendor";
    private const string PostOnDueDate = "postOnDueDate";
    private const string DueDateOffset = "dueDateOffset";
    private const string StartingDocumentNumber = "startingDocumentNumber";
    private const string NewDocumentNumberPerLine = "newDocumentNumberPerLine";
    private const string BalanceAccountType = "balanceAccountType";
    private const string BalancingAccountNumber = "balancingAccountNumber";
    private const string PaymentMethodCode = "paymentMethodCode";
    private const string VendorFilter = "vendorFilter";
    private const string Order = "nettingOrder";
    private const string OnHold = "onHold";
    private const string PostLump = "postLumpPayment";
    private const int FilterMax = 250;
    private const int OnHoldMax = 20;

    private static readonly ActionShape Suggest = new("suggestVendorPayments")
    {
        Parameters =
        [
            ParameterShape.Of<DateOnly>(LastPaymentDate),
            ParameterShape.Of<DateOnly>(PostingDate),
            ParameterShape.Of<bool>(FindPaymentDiscounts),
            ParameterShape.Of<bool>(UseVendorPriority),
            ParameterShape.Of<decimal>(AvailableAmountLcy),
            ParameterShape.Of<bool>(SkipExportedPayments),
            ParameterShape.Of<bool>(CheckOtherJournals),
            ParameterShape.Of<bool>(SummarizePerVendor),
            ParameterShape.Of<bool>(PostOnDueDate),
            ParameterShape.Of<string>(DueDateOffset),
            ParameterShape.Of<string>(StartingDocumentNumber),
            ParameterShape.Of<bool>(NewDocumentNumberPerLine),
            ParameterShape.Of<JournalAccountType>(BalanceAccountType),
            ParameterShape.Of<string>(BalancingAccountNumber),
            ParameterShape.Of<string>(PaymentMethodCode),
            ParameterShape.Of<string>(VendorFilter),
        ],
    };

    private static readonly ActionShape Net = new("netCustomerVendorBalances")
    {
        Parameters =
        [
            ParameterShape.Of<DateOnly>(PostingDate),
            ParameterShape.Of<string>(StartingDocumentNumber),
            ParameterShape.Of<NettingOrder>(Order),
            ParameterShape.Of<string>(OnHold),
            ParameterShape.Of<string>(VendorFilter),
        ],
    };

    public static Resource<JournalBatch> On(Resource<JournalBatch> resource) =>
        resource
            .Action<PostingResult>(Suggest, SuggestVendorPayments)
            .Action<PostingResult>(Net, NetCustomerVendorBalances)
            .Action<PostingResult>(new ActionShape(PostLump), PostLumpPayment)
            .Repeats(PostLump, JournalActions.PostedBefore)
            .Action<PostingPreviewRows>(new ActionShape("previewLumpPayment"), PreviewLump);

    /// <summary>Lines of journals that hold entries back for themselves.</summary>
    public static ReservedLines Reserved(RequestScope scope) =>
        new(scope.Get<JournalDesk>().In(scope.Db()), scope.PostAside, scope.UserName());

    private static async Task<ActionOutcome> SuggestVendorPayments(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var text = given.Text(DueDateOffset) ?? "";
        if (!DateFormula.TryParse(text, scope.Language.TwoLetterISOLanguageName, out var offset))
            return Wrong(ProblemCodes.DateFormula, DueDateOffset, text);
        if (TooLong(given) is { } wrong)
            return wrong;
        var request = new PaymentRequest
        {
            LastPaymentDate = DateOf(given, LastPaymentDate),
            PostingDate = DateOf(given, PostingDate),
            FindsDiscounts = given.Value<bool>(FindPaymentDiscounts) ?? false,
            UsesPriority = given.Value<bool>(UseVendorPriority) ?? false,
            AvailableLcy = given.Value<decimal>(AvailableAmountLcy) ?? 0m,
            IsSummarized = given.Value<bool>(SummarizePerVendor) ?? false,
            PostsOnDueDate = given.Value<bool>(PostOnDueDate) ?? false,
            DueDateOffset = offset,
            FirstDocumentNo = Code(given, StartingDocumentNumber),
            IsOneDocument = given.Value<bool>(NewDocumentNumberPerLine) is false,
            BalAccountType = given.Value<JournalAccountType>(BalanceAccountType),
            BalAccountNo = Code(given, BalancingAccountNumber),
            PaymentMethodCode = Code(given, PaymentMethodCode),
            Scope = new()
            {
                PartyFilter = Code(given, VendorFilter),
                ChecksOtherJournals = given.Value<bool>(CheckOtherJournals) ?? true,
                SkipsExported = given.Value<bool>(SkipExportedPayments) ?? true,
            },
        };
        var suggest = new SuggestPayments(Reserved(scope), LedgerSide.Of(Direction.Purchase));
        var journal = JournalActions.RefOf(scope, id, given);
        return Shown(scope, await suggest.Run(journal, request, scope.Aborted));
    }

    private static async Task<ActionOutcome> NetCustomerVendorBalances(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        if (TooLong(given) is { } wrong)
            return wrong;
        var request = new NettingRequest
        {
            PostingDate = DateOf(given, PostingDate),
            FirstDocumentNo = Code(given, StartingDocumentNumber),
            Order = given.Value<NettingOrder>(Order) ?? NettingOrder.ByEntry,
            OnHold = (given.Text(OnHold) ?? "").Trim(),
            VendorFilter = Code(given, VendorFilter),
        };
        var journal = JournalActions.RefOf(scope, id, given);
        return Shown(
            scope,
            await new NetBalances(Reserved(scope)).Run(journal, request, scope.Aborted)
        );
    }

    // PRG-05
    private static async Task<ActionOutcome> PostLumpPayment(
        RequestScope scope,
        Guid id,
        Given given
    )
    {
        var command = await JournalActions.Command(scope, id, given);
        var posted = await scope.Post(new PostLumpPayment(command));
        return posted.IsRefused
            ? ActionOutcome.Refused(posted.Problems)
            : JournalActions.Made(scope, posted);
    }

    private static async Task<ActionOutcome> PreviewLump(RequestScope scope, Guid id, Given given)
    {
        var command = await JournalActions.Command(scope, id, given);
        return JournalActions.Shown(scope, await scope.Preview(new PostLumpPayment(command)));
    }

    /// <summary>How many lines there are, what they come to, and what is left out.</summary>
    private static ActionOutcome Shown(RequestScope scope, JournalOutcome outcome) =>
        outcome.IsMissing
            ? ActionOutcome.Refused(new ApiFault(ErrorCode.RecordNotFound, Text.RowNotFound))
        : outcome.IsRefused ? ActionOutcome.Refused(outcome.Problems)
        : ActionOutcome.Of(
            new PostingResult(
                [],
                [.. outcome.Notices.Select(notice => Finding.Of(notice, scope.Language))]
            )
        );

    private static ActionOutcome? TooLong(Given given)
    {
        foreach (
            var (field, max) in new[]
            {
                (StartingDocumentNumber, Kernel.Numbering.NumberText.LengthMax),
                (OnHold, OnHoldMax),
                (VendorFilter, FilterMax),
            }
        )
            if (given.Text(field) is { } text && text.Length > max)
                return Wrong(EditCodes.Range, field, text);
        return null;
    }

    private static ActionOutcome Wrong(string code, string field, string value) =>
        ActionOutcome.Refused([new(code, new RecordRef(JournalBatch.Entity, ""), field, value)]);

    private static string Code(Given given, string name) =>
        (given.Text(name) ?? "").Trim().ToUpperInvariant();

    // An empty date of the wire is no date.
    private static DateOnly? DateOf(Given given, string name) =>
        given.Value<DateOnly>(name) is { } date && date != default(DateOnly) ? date : null;
}

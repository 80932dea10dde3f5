using System.Globalization;
using Handel.App.Journals;
using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Payments;

namespace Handel.App.Payments;

/// <summary>
/// What a caller asks; what is null is as the journal and the day propose (SVP-01).
/// </summary>
public sealed record PaymentRequest
{
    public DateOnly? LastPaymentDate { get; init; }
    public DateOnly? PostingDate { get; init; }
    public bool FindsDiscounts { get; init; }
    public bool UsesPriority { get; init; }
    public decimal AvailableLcy { get; init; }
    public bool IsSummarized { get; init; }
    public bool PostsOnDueDate { get; init; }
    public DateFormula DueDateOffset { get; init; }
    public string FirstDocumentNo { get; init; } = "";
    public bool IsOneDocument { get; init; }
    public JournalAccountType? BalAccountType { get; init; }
    public string BalAccountNo { get; init; } = "";
    public string PaymentMethodCode { get; init; } = "";
    public PayableScope Scope { get; init; } = new();
}

/// <summary>
/// Suggest payments to vendors into a payment journal (SVP): load what is open, let the core
/// choose, reserve and add the lines. Nothing is posted.
/// </summary>
public sealed class SuggestPayments(ReservedLines lines, LedgerSide side)
{
    public async Task<JournalOutcome> Run(
        JournalRef journal,
        PaymentRequest request,
        CancellationToken ct = default
    )
    {
        var chosen = await lines.Desk.Read(journal, open => Choose(open, request, ct), ct);
        if (chosen is null)
            return JournalOutcome.Missing;
        if (chosen.Problems.Count > 0)
            return JournalOutcome.Refused(chosen.Problems);
        var (wish, suggested) = (chosen.Wish!, chosen.Suggested!);
        var notices = Notices(chosen);
        if (suggested.Payments.Count == 0)
            return JournalOutcome.Done() with { Notices = notices };
        var outcome = await lines.Add(
            journal with
            {
                Version = journal.Version ?? chosen.Version,
            },
            [
                .. suggested.Payments.Select(payment => new NewJournalLine(
                    PaymentLines.Changes(payment, wish, side)
                )),
            ],
            [.. suggested.Payments.SelectMany(payment => PaymentLines.Marks(payment, side))],
            ct
        );
        return outcome.IsDone ? outcome with { Notices = notices } : outcome;
    }

    private sealed record Chosen(JournalSettings Settings)
    {
        public int Version => Settings.Batch.Version;
        public List<Problem> Problems { get; } = [];
        public PaymentWish? Wish { get; set; }
        public SuggestedPayments? Suggested { get; set; }
    }

    private async Task<Chosen> Choose(
        OpenJournal open,
        PaymentRequest request,
        CancellationToken ct
    )
    {
        var chosen = new Chosen(open.Settings);
        var wish = Wish(open, request, await JournalLines.NextLine(open, ct));
        Check(open, wish, chosen.Problems);
        if (chosen.Problems.Count > 0)
            return chosen;
        var toPay = await new PayableReading(open, side).Read(wish, request.Scope, ct);
        if (toPay.Entries.Count > OpenToPay.EntriesMax)
        {
            chosen.Problems.Add(new(PaymentCodes.TooManyEntries, open.Settings.Record));
            return chosen;
        }
        chosen.Wish = wish;
        chosen.Suggested = PaymentSuggestion.Plan(wish, toPay);
        if (chosen.Suggested.IsCutShort)
            chosen.Problems.Add(Wrong(open, PaymentCodes.NoNumber, wish.FirstDocumentNo));
        return chosen;
    }

    private static PaymentWish Wish(OpenJournal open, PaymentRequest request, JournalLine next)
    {
        var (type, no) =
            request.BalAccountNo.Length > 0
                ? (request.BalAccountType ?? JournalAccountType.BankAccount, request.BalAccountNo)
                : open.Settings.BalAccount;
        return new()
        {
            LastPaymentDate = request.LastPaymentDate ?? open.WorkDate,
            PostingDate = request.PostingDate ?? open.WorkDate,
            FindsDiscounts = request.FindsDiscounts,
            UsesPriority = request.UsesPriority,
            AvailableLcy = request.AvailableLcy,
            IsSummarized = request.IsSummarized,
            PostsOnDueDate = request.PostsOnDueDate,
            DueDateOffset = request.DueDateOffset,
            FirstDocumentNo =
                request.FirstDocumentNo.Length > 0 ? request.FirstDocumentNo : next.DocumentNo,
            IsOneDocument = request.IsOneDocument,
            BalAccountType = type,
            BalAccountNo = no,
            PaymentMethodCode = request.PaymentMethodCode,
        };
    }

    private static void Check(OpenJournal open, PaymentWish wish, List<Problem> problems)
    {
        if (open.Settings.IsRecurring)
            problems.Add(new(PaymentCodes.WrongJournal, open.Settings.Record));
        if (wish.BalAccountNo.Length == 0)
            problems.Add(
                new(ProblemCodes.FieldEmpty, open.Settings.Record, "balancingAccountNumber")
            );
        if (wish.FirstDocumentNo.Length == 0)
            problems.Add(
                new(ProblemCodes.FieldEmpty, open.Settings.Record, "startingDocumentNumber")
            );
        if (wish is { IsSummarized: true, PostsOnDueDate: true })
            problems.Add(new(PaymentCodes.SummarizedByDate, open.Settings.Record, "postOnDueDate"));
        if (wish.AvailableLcy < 0m)
            problems.Add(
                new(
                    ProblemCodes.Range,
                    open.Settings.Record,
                    "availableAmountLCY",
                    wish.AvailableLcy.ToString("0.##", CultureInfo.InvariantCulture)
                )
            );
    }

    private static Problem Wrong(OpenJournal open, string code, string value) =>
        new(code, open.Settings.Record, "startingDocumentNumber", value);

    private static List<Problem> Notices(Chosen chosen)
    {
        var suggested = chosen.Suggested!;
        var notices = new List<Problem>
        {
            suggested.Payments.Count == 0
                ? new(PaymentCodes.Nothing, chosen.Settings.Record)
                : Total(chosen.Settings, suggested.Payments.Count, suggested.TotalLcy),
        };
        notices.AddRange(
            suggested.LeftOut.Take(ReservedLines.NoticesMax).Select(left => left.Notice)
        );
        var more = suggested.LeftOut.Count - ReservedLines.NoticesMax;
        if (more > 0)
            notices.Add(new(PaymentCodes.MoreLeftOut, chosen.Settings.Record, Value: $"{more}"));
        return notices;
    }

    internal static Problem Total(JournalSettings settings, int count, decimal totalLcy) =>
        new(PaymentCodes.Suggested, settings.Record)
        {
            Args = new Dictionary<string, string>
            {
                ["count"] = $"{count}",
                ["total"] = totalLcy.ToString("0.00", CultureInfo.InvariantCulture),
            },
        };
}

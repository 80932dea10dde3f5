using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>
/// Posts the documents that are ticked in a journal as one payment (PRG-05). They must be of one
/// party, day, currency and account that is paid from.
/// </summary>
public static class LumpPayment
{
    /// <summary>What posting will do, or all problems at once; nothing changes.</summary>
    public static JournalPlan Plan(JournalToPost command, Books books)
    {
        var journal = command.Journal;
        if (journal.Lines.Count == 0)
            return JournalPlan.Refused([new(ProblemCodes.NothingToPost, journal.Settings.Record)]);
        var problems = Different(journal).ToList();
        if (problems.Count > 0)
            return JournalPlan.Refused(problems);
        var marked = Mark(journal, books, problems);
        if (problems.Count > 0)
            return JournalPlan.Refused(problems);
        var plan = JournalPosting.Plan(
            command with
            {
                Journal = new(journal.Settings, [Sum(journal.Lines)]),
                Marked = marked,
            },
            books
        );
        return plan.IsRefused ? plan : plan with { Journal = journal, Removed = journal.Lines };
    }

    private static IEnumerable<Problem> Different(JournalDraft journal)
    {
        var first = journal.Lines[0];
        foreach (var line in journal.Lines)
        {
            var field =
                !line.AccountType.IsParty() || line.AppliesToDocNo.Length == 0
                    ? "appliesToDocumentNumber"
                : (line.AccountType, line.AccountNo) != (first.AccountType, first.AccountNo)
                    ? "accountNumber"
                : line.PostingDate != first.PostingDate ? "postingDate"
                : line.CurrencyCode != first.CurrencyCode ? "currencyCode"
                : (line.BalAccountType, line.BalAccountNo)
                != (first.BalAccountType, first.BalAccountNo)
                    ? "balancingAccountNumber"
                : "";
            if (field.Length > 0)
                yield return new(PaymentCodes.Lump, journal.Settings.RecordOf(line), field);
        }
    }

    private static List<PartyEntry> Mark(JournalDraft journal, Books books, List<Problem> problems)
    {
        var (first, marked) = (journal.Lines[0], new List<PartyEntry>());
        var side = JournalAccounts.SideOf(first.AccountType)!;
        var open = books
            .PartyEntries.Values.Where(entry => entry.IsOpen)
            .Where(entry => (entry.Direction, entry.PartyNo) == (side.Direction, first.AccountNo))
            .ToLookup(entry => (entry.DocumentType, entry.DocumentNo));
        foreach (var line in journal.Lines)
        {
            var entry = open[(line.AppliesToDocType, line.AppliesToDocNo)].FirstOrDefault();
            var reason = entry switch
            {
                null => "missing",
                { AppliesToId.Length: > 0 } => "marked",
                _ when line.Amount * entry.RemainingAmount >= 0m => "sign",
                _ => "",
            };
            if (reason.Length > 0)
                problems.Add(Refusal(journal.Settings.RecordOf(line), line, reason));
            else
                marked.Add(Marked(entry!, line, first.DocumentNo));
        }
        return marked;
    }

    // What is paid beyond a document stays on the payment (PRG-03).
    private static PartyEntry Marked(PartyEntry entry, JournalLine line, string id) =>
        entry with
        {
            AppliesToId = id,
            AmountToApply =
                Math.Abs(line.Amount) > Math.Abs(entry.RemainingAmount)
                    ? entry.RemainingAmount
                    : -line.Amount,
        };

    private static JournalLine Sum(IReadOnlyList<JournalLine> lines)
    {
        var lump = lines[0].Copy();
        var side = JournalAccounts.SideOf(lump.AccountType)!;
        lump.Amount = lines.Sum(line => line.Amount);
        lump.AmountLcy = lines.Sum(line => line.AmountLcy);
        lump.DocumentType =
            side.Sign * lump.Amount < 0m ? EntryDocumentType.Refund : EntryDocumentType.Payment;
        (lump.AppliesToDocType, lump.AppliesToDocNo) = (EntryDocumentType.None, "");
        lump.AppliesToId = lump.DocumentNo;
        return lump;
    }

    private static Problem Refusal(RecordRef record, JournalLine line, string reason) =>
        new(ProblemCodes.Application, record, "appliesToDocumentNumber", line.AppliesToDocNo)
        {
            Args = new Dictionary<string, string> { ["reason"] = reason },
        };
}

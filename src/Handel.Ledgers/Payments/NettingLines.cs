using Handel.Kernel.Amounts;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Parties;

namespace Handel.Ledgers.Payments;

/// <summary>Netted balances as lines of a journal, and as holds on entries (NET-02, NET-03).</summary>
public static class NettingLines
{
    /// <summary>
    /// What is typed on each line. Lines of one document balance in LCY too: rounding of parts
    /// goes to the last of them.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<JournalChange>> Changes(
        IReadOnlyList<NettingLine> lines,
        NettingWish wish,
        CompanySetup setup
    )
    {
        var changes = new List<IReadOnlyList<JournalChange>>(lines.Count);
        foreach (var document in lines.GroupBy(line => line.DocumentNo))
        {
            var rest = 0m;
            var (last, amounts) = (document.Last(), new Dictionary<NettingLine, decimal>());
            foreach (var line in document)
                rest += amounts[line] = line.Side.Sign * LcyOf(line, wish, setup);
            foreach (var line in document)
            {
                var typed = Of(line, wish);
                if (line == last && rest != 0m)
                    typed.Add(new(JournalField.AmountLcy, amounts[line] - rest));
                changes.Add(typed);
            }
        }
        return changes;
    }

    /// <summary>A line of the journal that settles one of the documents already (NET-02).</summary>
    public static IEnumerable<Problem> FindTwice(
        IReadOnlyList<NettingLine> lines,
        IReadOnlyList<JournalLine> journal,
        JournalSettings settings
    )
    {
        var there = journal
            .Where(line => line.AppliesToDocNo.Length > 0)
            .ToLookup(line => (line.AccountType, line.AppliesToDocType, line.AppliesToDocNo));
        return lines.SelectMany(line =>
            there[(line.Side.JournalAccount, line.Entry.DocumentType, line.Entry.DocumentNo)]
                .Select(twice => new Problem(
                    PaymentCodes.SettledTwice,
                    settings.RecordOf(twice),
                    "appliesToDocumentNumber",
                    twice.AppliesToDocNo
                ))
        );
    }

    /// <summary>Entries that are held until the lines are posted or deleted.</summary>
    public static IEnumerable<EditPosted> Holds(IEnumerable<NettingLine> lines, NettingWish wish) =>
        wish.OnHold.Length == 0
            ? []
            : lines.Select(line => new EditPosted(line.Side.Direction, line.Entry.EntryNo)
            {
                Today = wish.PostingDate,
                Changes = [new(EntryField.OnHold, wish.OnHold)],
            });

    private static List<JournalChange> Of(NettingLine line, NettingWish wish) =>
        [
            new(JournalField.PostingDate, wish.PostingDate),
            // Set off, not paid: no discount is earned (DSC-03).
            new(JournalField.DocumentType, EntryDocumentType.None),
            new(JournalField.DocumentNo, line.DocumentNo),
            new(JournalField.ExternalDocumentNo, line.Entry.ExternalDocumentNo),
            new(JournalField.AccountType, line.Side.JournalAccount),
            new(JournalField.AccountNo, line.Entry.PartyNo),
            new(JournalField.BalAccountNo, ""),
            new(JournalField.CurrencyCode, line.Entry.CurrencyCode),
            new(JournalField.AppliesToDocType, line.Entry.DocumentType),
            new(JournalField.AppliesToDocNo, line.Entry.DocumentNo),
            new(JournalField.Amount, line.Side.Sign * line.Amount),
            new(JournalField.OnHold, wish.OnHold),
        ];

    // A missing rate is told when the line is made.
    private static decimal LcyOf(NettingLine line, NettingWish wish, CompanySetup setup)
    {
        var code = line.Entry.CurrencyCode;
        var factor = setup.ExchangeRates.FactorAt(code, wish.PostingDate);
        return code.Length == 0 || factor.Problem is not null
            ? line.Amount
            : Conversion.ToLcy(line.Amount, factor.Value, JournalCurrency.PrecisionOf(setup, ""));
    }
}

using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;

namespace Handel.Ledgers.Reversing;

/// <summary>
/// The command: undo one transaction of a journal, or the whole journal that was posted with it
/// (REV-01, REV-05).
/// </summary>
/// <param name="RegisterNo">The transaction.</param>
public sealed record RegisterToReverse(int RegisterNo)
{
    public const string Entity = "generalLedgerRegisters";
    public const string SourceCode = "REVERSAL";

    /// <summary>All registers of the journal posting, not this one alone (REV-05).</summary>
    public bool IsWholeJournal { get; init; }

    /// <summary>
    /// Null is the date of what is reversed; another one is for a period that is closed (REV-06).
    /// </summary>
    public DateOnly? PostingDate { get; init; }

    /// <summary>Blank keeps the texts of the entries (REV-03).</summary>
    public string Description { get; init; } = "";
    public PostingDates UserDates { get; init; }

    public static void AddNeeds(BooksNeeds needs, RegisterToReverse command)
    {
        if (command.IsWholeJournal)
            needs.Journals.Add(command.RegisterNo);
        else
            needs.Registers.Add(command.RegisterNo);
    }
}

/// <summary>What reversing will do, or why it may not (S2).</summary>
public sealed record ReversalPlan
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>One for each register that is undone.</summary>
    public IReadOnlyList<Posting> Postings { get; init; } = [];

    /// <summary>The books after it; null when refused.</summary>
    public Books? After { get; init; }
}

/// <summary>Codes of what stands in the way of a reversal (REV-01, REV-02).</summary>
public static class ReversalCodes
{
    /// <summary>The register is not there.</summary>
    public const string Missing = "E-R-MISSING";

    /// <summary>A document is corrected by a document (REV-01).</summary>
    public const string NotAJournal = "E-R-SOURCE";
    public const string AlreadyReversed = "E-R-DONE";

    /// <summary>The entry is applied, or was changed since (REV-02).</summary>
    public const string Applied = "E-R-APPLIED";

    /// <summary>The entry was revalued since (REV-02).</summary>
    public const string Adjusted = "E-R-ADJUSTED";

    /// <summary>The bank entry is closed or on a statement (REV-02).</summary>
    public const string Bank = "E-R-BANK";

    /// <summary>The VAT was settled (REV-02).</summary>
    public const string Vat = "E-R-VAT";

    /// <summary>Goods, or other things that no journal makes (REV-02).</summary>
    public const string Goods = "E-R-GOODS";

    /// <summary>The entries do not balance (REV-02).</summary>
    public const string Balance = "E-R-BALANCE";

    /// <summary>Before what is reversed (REV-06).</summary>
    public const string Earlier = "E-R-EARLY";
}

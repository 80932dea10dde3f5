using Handel.Kernel;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Mirror;

namespace Handel.Ledgers.Finance;

/// <summary>What supplies the default dimensions of a journal line (DIM-03, JNL-04).</summary>
public enum JournalDimensionSource
{
    Account,
    BalAccount,
    Salesperson,
}

/// <summary>
/// Default dimensions and dimension checks of journal lines, as on documents (DIM-06, DIM-08,
/// DIM-09, JNL-24).
/// </summary>
public static class JournalDimensions
{
    /// <summary>The combined defaults of a line.</summary>
    /// <param name="line">Its accounts and salesperson are what counts.</param>
    /// <param name="edited">The field just edited: its defaults come first (DIM-06).</param>
    /// <param name="sourceCode">That of the journal; priorities are kept by it.</param>
    /// <param name="rules">With the defaults of the parties that the line names.</param>
    public static DimensionSet Default(
        JournalLine line,
        JournalDimensionSource edited,
        string sourceCode,
        DimensionRules rules
    )
    {
        var sources = Sources(line)
            .OrderBy(source => source.From != edited)
            .Select(source => source.Record);
        return rules.Combine(new(DimensionSet.Empty, "", [.. sources]), sourceCode);
    }

    /// <summary>
    /// The set of a line after a field was changed: what the defaults changed is changed, what was
    /// typed for other dimensions stays.
    /// </summary>
    /// <param name="before">The line as it was, with the set that it had.</param>
    /// <param name="after">The line as it is; its set is not looked at.</param>
    /// <param name="change">The field that was edited, and the source code of the journal.</param>
    /// <param name="dimensions">Rules with the defaults of both lines' parties, and sets.</param>
    public static DimensionSet Follow(
        JournalLine before,
        JournalLine after,
        (JournalDimensionSource Edited, string SourceCode) change,
        DimensionContext dimensions
    )
    {
        var (edited, sourceCode) = change;
        return dimensions
            .Sets[before.DimensionSetId]
            .FollowChange(
                Default(before, edited, sourceCode, dimensions.Rules),
                Default(after, edited, sourceCode, dimensions.Rules)
            );
    }

    /// <summary>All that stands against posting a line with its set.</summary>
    public static List<Problem> Find(JournalLine line, RecordRef at, DimensionContext dimensions) =>
        dimensions.Rules.IsEmpty
            ? []
            : DimensionChecks.Find(
                dimensions.Sets[line.DimensionSetId],
                at,
                Sources(line).Select(source => source.Record),
                dimensions.Rules
            );

    /// <summary>The record of an account of a journal line, as defaults name it.</summary>
    public static RecordRef AccountOf(JournalAccountType type, string no) =>
        new(
            type switch
            {
                JournalAccountType.GlAccount => DimensionEntities.Accounts,
                JournalAccountType.Customer => LedgerSide.Of(Direction.Sale).PartyEntity,
                JournalAccountType.Vendor => LedgerSide.Of(Direction.Purchase).PartyEntity,
                JournalAccountType.BankAccount => DimensionEntities.BankAccounts,
                _ => throw new InvalidOperationException($"Unknown account type: {type}."),
            },
            no
        );

    private static IEnumerable<(JournalDimensionSource From, RecordRef Record)> Sources(
        JournalLine line
    )
    {
        if (line.AccountNo.Length > 0)
            yield return (
                JournalDimensionSource.Account,
                AccountOf(line.AccountType, line.AccountNo)
            );
        if (line.BalAccountNo.Length > 0)
            yield return (
                JournalDimensionSource.BalAccount,
                AccountOf(line.BalAccountType, line.BalAccountNo)
            );
        if (line.SalespersonCode.Length > 0)
            yield return (
                JournalDimensionSource.Salesperson,
                new(DimensionEntities.Salespeople, line.SalespersonCode)
            );
    }
}

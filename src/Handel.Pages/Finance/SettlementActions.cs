using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Finance;

/// <summary>Ways from a customer or vendor entry to its settlement.</summary>
internal static class SettlementActions
{
    /// <summary>Apply what is open, undo what was applied, see what it was applied to.</summary>
    public static PageBuilder Settlement(this PageBuilder page, MirrorNames names) =>
        page.Apply(names).Unapply(names).AppliedEntries(names);

    public static PageBuilder Apply(this PageBuilder page, MirrorNames names) =>
        page.Action(
            "applyEntries",
            action =>
                action with
                {
                    Shortcut = "Alt+A",
                    When = Open,
                    Open = new(names.Application, Record) { When = Open },
                }
        );

    public static PageBuilder AppliedEntries(this PageBuilder page, MirrorNames names) =>
        page.Action(
            "appliedEntries",
            action =>
                action with
                {
                    Open = new(names.AppliedEntries, $"{names.Party}LedgerEntryId eq {{id}}"),
                }
        );

    private static PageBuilder Unapply(this PageBuilder page, MirrorNames names) =>
        page.Action(
            "unapplyEntries",
            action => action with { Shortcut = "Alt+U", Open = new(names.Unapplication, Record) }
        );

    /// <summary>The record of the row, on another page.</summary>
    public const string Record = "record:{id}";

    private static readonly Condition Open = new("open", ["true"]);
}

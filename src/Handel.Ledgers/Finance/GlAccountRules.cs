using Handel.Kernel.Problems;
using Handel.Ledgers.Reports;

namespace Handel.Ledgers.Finance;

/// <summary>What a change of an account is measured against.</summary>
/// <param name="Before">As it is stored, or null for a new account.</param>
/// <param name="HasEntries">The ledger has entries on it.</param>
/// <param name="IsControl">Another ledger stands behind it (COA-03).</param>
public sealed record GlAccountQuestion(GlAccount? Before, bool HasEntries, bool IsControl);

/// <summary>Rules of the lines of the chart of accounts (COA-01, COA-03..05).</summary>
public static class GlAccountRules
{
    /// <summary>
    /// What follows from the type of an account: entries may be typed on posting accounts, others
    /// have nothing to post with, and only totals total (COA-03, COA-04).
    /// </summary>
    public static void TakeType(GlAccount account)
    {
        account.DirectPosting = account.AccountType == GlAccountType.Posting;
        if (!Totals(account.AccountType))
            account.Totaling = "";
        if (account.AccountType == GlAccountType.Posting)
            return;
        account.GenPostingType = GenPostingType.None;
        (account.GenBusPostingGroup, account.GenProdPostingGroup) = ("", "");
        (account.VatBusPostingGroup, account.VatProdPostingGroup) = ("", "");
    }

    /// <summary>Why an account may not be as it is; all of it.</summary>
    public static IEnumerable<Problem> Find(GlAccount account, GlAccountQuestion asked)
    {
        if (account.No.Any(sign => sign is '|' or '.' or '\'' || char.IsWhiteSpace(sign)))
            yield return At(account, "number", "number");
        if (asked is { HasEntries: true, Before.AccountType: GlAccountType.Posting })
            if (account.AccountType != GlAccountType.Posting)
                yield return At(account, "accountType", "entries");
        if (account.Totaling.Length > 0 && !Totals(account.AccountType))
            yield return At(account, "totaling", "totaling");
        else if (account.Totaling.Length > 0 && AccountFilter.Read(account.Totaling) is null)
            yield return new(
                ReportCodes.AccountFilter,
                Record(account),
                "totaling",
                account.Totaling
            );
        if (account.DirectPosting && account.AccountType != GlAccountType.Posting)
            yield return At(account, "directPosting", "type");
        else if (account.DirectPosting && asked is { IsControl: true })
            yield return At(account, "directPosting", "control");
        if (HasVat(account) && account.AccountType != GlAccountType.Posting)
            yield return At(account, "generalPostingType", "type");
    }

    private static bool Totals(GlAccountType type) =>
        type is GlAccountType.Total or GlAccountType.EndTotal;

    private static bool HasVat(GlAccount account) =>
        account.GenPostingType != GenPostingType.None
        || account.GenBusPostingGroup.Length > 0
        || account.GenProdPostingGroup.Length > 0
        || account.VatBusPostingGroup.Length > 0
        || account.VatProdPostingGroup.Length > 0;

    private static RecordRef Record(GlAccount account) =>
        new(AccountResolution.AccountEntity, account.No, Id: account.Id);

    private static Problem At(GlAccount account, string field, string reason) =>
        new(ProblemCodes.GlAccount, Record(account), field, account.No)
        {
            Args = new Dictionary<string, string> { ["reason"] = reason },
        };
}

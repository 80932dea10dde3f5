using Handel.Kernel.Problems;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Parties;

/// <summary>
/// Which posting group a document or journal line of a customer or vendor may have: that of the
/// card, or another one where the setup and the card both allow it (PG-09).
/// </summary>
public static class PartyGroupChoice
{
    /// <summary>Why a group may not be used, or null where it may.</summary>
    /// <param name="at">The record and the field that name the group.</param>
    public static Problem? Find(
        CompanySetup setup,
        Party party,
        string group,
        (RecordRef Record, string Field) at
    )
    {
        if (group == party.PostingGroup)
            return null;
        var side = LedgerSide.Of(party.Direction);
        var trade = setup.Trade[party.Direction];
        var (reason, mended) = (trade, party) switch
        {
            ({ AllowMultiplePostingGroups: false }, _) => (
                "setup",
                new RecordRef(side.TradeSetupEntity, "")
            ),
            (_, { AllowMultiplePostingGroups: false }) => (
                "card",
                new RecordRef(side.PartyEntity, party.No)
            ),
            _ when !IsListed(setup, party, group) => (
                "list",
                new RecordRef(side.PartyGroupEntity, party.PostingGroup)
            ),
            _ => ("", at.Record),
        };
        if (reason.Length == 0)
            return null;
        return new(ProblemCodes.PartyPostingGroup, at.Record, at.Field, group)
        {
            MendedAt = mended,
            Args = new Dictionary<string, string>
            {
                ["reason"] = reason,
                ["party"] = party.No,
                ["group"] = party.PostingGroup,
            },
        };
    }

    private static bool IsListed(CompanySetup setup, Party party, string group) =>
        setup.Trade[party.Direction].PostingGroupCheck switch
        {
            PostingGroupCheck.AlternativeGroups => setup.AlternativePostingGroups.Contains(
                (party.Direction, party.PostingGroup, group)
            ),
            PostingGroupCheck.AllGroups => setup.PartyPostingGroups.ContainsKey(
                (party.Direction, group)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(setup)),
        };
}

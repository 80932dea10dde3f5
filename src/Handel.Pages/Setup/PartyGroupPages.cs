using Handel.Pages.Description;
using Handel.Pages.Mirror;

namespace Handel.Pages.Setup;

/// <summary>
/// Posting groups of customers or of vendors with all their accounts (PG-05, PG-06), and the groups
/// that may stand in for them (PG-09).
/// </summary>
internal static class PartyGroupPages
{
    private static readonly string[] Accounts =
    [
        "serviceChargeAccount",
        "invoiceRoundingAccount",
        "paymentDiscountDebitAccount",
        "paymentDiscountCreditAccount",
        "paymentToleranceDebitAccount",
        "paymentToleranceCreditAccount",
        "debitRoundingAccount",
        "creditRoundingAccount",
        "applicationRoundingDebitAccount",
        "applicationRoundingCreditAccount",
    ];

    public static IEnumerable<SetupPage> Of(MirrorNames names) =>
        [Groups(names), Alternatives(names)];

    private static SetupPage Groups(MirrorNames names) =>
        new(
            names.PostingGroups,
            new Source(ApiRoute.Trade, names.PostingGroups) { OrderBy = "code" },
            columns =>
            {
                columns.Field("code").Important().Mandatory().Field("description").Important();
                columns.Field(names.ControlAccount, Lookups.PostingAccounts);
                foreach (var account in Accounts)
                    columns.Field(account, Lookups.PostingAccounts);
            }
        )
        {
            Ways = page => Ways(page, names),
        };

    private static void Ways(PageBuilder page, MirrorNames names) =>
        page.Action(
                "postingGroupUses",
                action =>
                    action with
                    {
                        Open = new(
                            "postingGroupUses",
                            $"groupSet={names.PostingGroups}&groupCode={{code}}"
                        ),
                    }
            )
            .Action(
                "alternativePostingGroups",
                action =>
                    action with
                    {
                        Open = new(names.AlternativeGroups, $"{names.PostingGroup} eq '{{code}}'"),
                    }
            );

    private static SetupPage Alternatives(MirrorNames names) =>
        new(
            names.AlternativeGroups,
            new Source(ApiRoute.Trade, names.AlternativeGroups)
            {
                OrderBy = $"{names.PostingGroup},alternativePostingGroup",
            },
            columns =>
                columns
                    .Field(names.PostingGroup, Lookups.Codes(names.PostingGroups, ApiRoute.Trade))
                    .Important()
                    .Mandatory()
                    .Field(
                        "alternativePostingGroup",
                        Lookups.Codes(names.PostingGroups, ApiRoute.Trade)
                    )
                    .Important()
                    .Mandatory()
        );
}

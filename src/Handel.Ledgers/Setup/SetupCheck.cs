using Handel.Ledgers.Finance;
using Handel.Ledgers.Mirror;
using Handel.Ledgers.Vat;

namespace Handel.Ledgers.Setup;

/// <summary>
/// Looks up all that postings would look up, before anyone posts: every combination that is missing
/// or blocked, and every account of it that is missing or takes no postings (ACC-40, PG-13).
/// </summary>
/// <param name="setup">The setup of the company.</param>
/// <param name="date">VAT date whose rates hold.</param>
public sealed class SetupCheck(CompanySetup setup, DateOnly date)
{
    public const string InventoryEntity = "inventoryPostingSetups";

    private readonly Dictionary<(string, string, string, string), SetupGap> _gaps = [];

    /// <summary>Each gap once, with its most pressing origin; those come first.</summary>
    public static IReadOnlyList<SetupGap> Find(
        CompanySetup setup,
        DateOnly date,
        IEnumerable<SetupNeed> needs
    )
    {
        var check = new SetupCheck(setup, date);
        foreach (var need in needs)
            check.Look(need);
        return
        [
            .. check
                ._gaps.Values.OrderBy(gap => gap.Origin)
                .ThenBy(gap => gap.Entity, StringComparer.Ordinal)
                .ThenBy(gap => gap.First, StringComparer.Ordinal)
                .ThenBy(gap => gap.Second, StringComparer.Ordinal)
                .ThenBy(gap => gap.Field, StringComparer.Ordinal),
        ];
    }

    private void Look(SetupNeed need)
    {
        if (need.Trade is { } groups)
            LookAtTrade(need, groups);
        if (need.Vat is { } vat)
            LookAtVat(need, vat);
        if (need.Stock is { } stock)
            LookAtStock(need, stock);
        if (need.PartyGroup is { } group)
            LookAtParty(need, group);
    }

    private void LookAtTrade(SetupNeed need, GenGroups groups)
    {
        var at = new SetupGap(AccountResolution.GeneralEntity, groups.Bus, groups.Prod);
        if (!setup.GeneralPosting.TryGetValue((groups.Bus, groups.Prod), out var row))
        {
            Add(need, at);
            return;
        }
        if (row.IsBlocked)
        {
            Add(need, at with { Field = "blocked", Reason = SetupGapReason.Blocked });
            return;
        }
        var accounts = need.Side.Accounts(row);
        foreach (var role in need.Roles)
        {
            var (field, account) = Of(role, accounts);
            Check(need, at with { Field = need.Side.SetupPrefix + field }, account);
        }
        if (!need.HasCost)
            return;
        foreach (var (field, account) in need.Side.CostFields(row, setup.Inventory))
            Check(need, at with { Field = field }, account);
    }

    private void LookAtVat(SetupNeed need, VatGroups groups)
    {
        var at = new SetupGap(AccountResolution.VatEntity, groups.Bus, groups.Prod);
        if (!setup.VatPosting.TryGetValue((groups.Bus, groups.Prod), out var row))
        {
            Add(need, at);
            return;
        }
        if (row.IsBlocked)
        {
            Add(need, at with { Field = "blocked", Reason = SetupGapReason.Blocked });
            return;
        }
        var pct = row.PctAt(date);
        var isReverse = row.CalculationType == VatCalculationType.ReverseCharge;
        var isSelfAssessed = isReverse && need.Side.IsVatSelfAssessed && pct != 0m;
        var isCharged =
            row.CalculationType == VatCalculationType.FullVat
            || (row.CalculationType == VatCalculationType.Normal && pct != 0m);
        if (isCharged || isSelfAssessed)
            Check(
                need,
                at with
                {
                    Field = $"{need.Side.SetupPrefix}TaxAccount",
                },
                need.Side.VatAccount(row)
            );
        if (isSelfAssessed)
            Check(need, at with { Field = "reverseChargeAccount" }, row.ReverseChargeVatAccount);
        if (row.UnrealizedVatType == UnrealizedVatType.None)
            return;
        if (isCharged || isSelfAssessed)
            Check(
                need,
                at with
                {
                    Field = $"{need.Side.SetupPrefix}TaxUnrealizedAccount",
                },
                need.Side.UnrealizedVatAccount(row)
            );
        if (isSelfAssessed)
            Check(
                need,
                at with
                {
                    Field = "reverseChargeUnrealizedAccount",
                },
                row.ReverseChargeVatUnrealAccount
            );
    }

    private void LookAtStock(SetupNeed need, (string Location, string Group) key)
    {
        if (!setup.Inventory.AutomaticCostPosting)
            return;
        var at = new SetupGap(InventoryEntity, key.Location, key.Group);
        if (!setup.InventoryPosting.TryGetValue(key, out var row))
        {
            Add(need, at);
            return;
        }
        Check(need, at with { Field = "inventoryAccount" }, row.InventoryAccount);
        if (setup.Inventory.ExpectedCostPostingToGl)
            Check(need, at with { Field = "inventoryAccountInterim" }, row.InventoryAccountInterim);
    }

    private void LookAtParty(SetupNeed need, string code)
    {
        var at = new SetupGap(need.Side.PartyGroupEntity, code, "");
        if (!setup.PartyPostingGroups.TryGetValue((need.Side.Direction, code), out var row))
        {
            Add(need, at);
            return;
        }
        Check(need, at with { Field = need.Side.ControlField }, row.ControlAccount);
        if (setup.Trade[need.Side.Direction].InvoiceRounding)
            Check(need, at with { Field = "invoiceRoundingAccount" }, row.InvoiceRoundingAccount);
    }

    private void Check(SetupNeed need, SetupGap at, string account)
    {
        if (account.Length == 0)
            Add(need, at with { Reason = SetupGapReason.Empty });
        else if (
            !setup.Accounts.TryGetValue(account, out var found)
            || found.AccountType != GlAccountType.Posting
            || found.IsBlocked
        )
            Add(need, at with { Reason = SetupGapReason.NotPostable });
    }

    private void Add(SetupNeed need, SetupGap gap)
    {
        var key = (gap.Entity, gap.First, gap.Second, gap.Field);
        if (!_gaps.TryGetValue(key, out var known) || need.Origin < known.Origin)
            _gaps[key] = gap with
            {
                Origin = need.Origin,
                Example = need.Example,
                Count = need.Count,
            };
        else if (need.Origin == known.Origin)
            _gaps[key] = known with { Count = known.Count + need.Count };
    }

    private static (string Field, string Account) Of(TradeRole role, TradeAccounts accounts) =>
        role switch
        {
            TradeRole.Account => ("Account", accounts.Account),
            TradeRole.CreditMemoAccount => ("CreditMemoAccount", accounts.CreditMemoAccount),
            TradeRole.LineDiscount => ("LineDiscountAccount", accounts.LineDiscAccount),
            TradeRole.InvoiceDiscount => ("InvoiceDiscountAccount", accounts.InvDiscAccount),
            TradeRole.Prepayments => ("PrepaymentsAccount", accounts.PrepaymentsAccount),
            TradeRole.PmtDiscDebit
            or TradeRole.PmtDiscCredit
            or TradeRole.PmtTolDebit
            or TradeRole.PmtTolCredit => throw new InvalidOperationException(
                $"{role} is needed by payments only."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
}

using Handel.Kernel.Problems;
using Handel.Ledgers.Setup;

namespace Handel.Ledgers.Inventory;

/// <summary>
/// One debit and one credit line of the general ledger for the cost of a value entry (GL-01).
/// Posting date, document and dimensions are those of the value entry (GL-08).
/// </summary>
/// <param name="Amount">LCY; positive.</param>
public sealed record CostPair(
    ValueEntry Value,
    string DebitAccount,
    string CreditAccount,
    decimal Amount
)
{
    public required CostAccount Debit { get; init; }
    public required CostAccount Credit { get; init; }

    /// <summary>Expected cost, on interim accounts.</summary>
    public bool IsExpected { get; init; }
    public int ValueEntryNo => Value.EntryNo;

    /// <summary>Text of both ledger lines: that of the document line, or the item.</summary>
    public string Description =>
        Value.Description.Length > 0 ? Value.Description : $"{Value.ItemNo} {Value.DocumentNo}";
}

/// <summary>
/// The general ledger side of value entries as data (Table GL). What a posting has marked as
/// posted to the G/L comes back as pairs; accounts that the setup lacks as problems (ACC-40).
/// </summary>
public sealed class CostPairs
{
    private readonly CompanySetup _setup;
    private readonly List<CostPair> _pairs = [];
    private readonly Dictionary<(string Groups, string Field), Problem> _problems = [];

    private CostPairs(CompanySetup setup) => _setup = setup;

    public IReadOnlyList<CostPair> Pairs => _pairs;

    /// <summary>One for each missing setup, however many entries need it.</summary>
    public IReadOnlyCollection<Problem> Problems => _problems.Values;

    /// <summary>Expected cost first, then actual cost, in the order of the entries.</summary>
    public static CostPairs Of(CompanySetup setup, IEnumerable<ValueEntry> values)
    {
        var pairs = new CostPairs(setup);
        foreach (var value in values)
        {
            pairs.Add(value, value.ExpectedCostPostedToGl, isExpected: true);
            pairs.Add(value, value.CostPostedToGl, isExpected: false);
        }
        return pairs;
    }

    private void Add(ValueEntry value, decimal amount, bool isExpected)
    {
        if (amount == 0m || !value.IsInventoriable)
            return;
        var inventory = isExpected ? CostAccount.InventoryInterim : CostAccount.Inventory;
        var balancing = isExpected
            ? CostAccounts.BalancingExpected(value.ItemEntryType)
            : CostAccounts.Balancing(value.ItemEntryType, value.Type);
        var inventoryNo = AccountNo(inventory, value);
        var balancingNo = AccountNo(balancing, value);
        if (inventoryNo.Length == 0 || balancingNo.Length == 0)
            return;
        _pairs.Add(
            amount > 0
                ? new(value, inventoryNo, balancingNo, amount)
                {
                    Debit = inventory,
                    Credit = balancing,
                    IsExpected = isExpected,
                }
                : new(value, balancingNo, inventoryNo, -amount)
                {
                    Debit = balancing,
                    Credit = inventory,
                    IsExpected = isExpected,
                }
        );
    }

    private string AccountNo(CostAccount account, ValueEntry value) =>
        CostAccounts.IsOfLocation(account)
            ? OfLocation(account, value)
            : OfGeneralGroups(account, value);

    private string OfLocation(CostAccount account, ValueEntry value)
    {
        var key = (value.LocationCode, value.InventoryPostingGroup);
        _setup.InventoryPosting.TryGetValue(key, out var setup);
        var accountNo =
            account == CostAccount.Inventory
                ? setup?.InventoryAccount
                : setup?.InventoryAccountInterim;
        if (string.IsNullOrEmpty(accountNo))
            AddProblem("inventoryPostingSetup", key, Field(account));
        return accountNo ?? "";
    }

    private string OfGeneralGroups(CostAccount account, ValueEntry value)
    {
        var key = (value.GenBusPostingGroup, value.GenProdPostingGroup);
        _setup.GeneralPosting.TryGetValue(key, out var setup);
        if (setup is { IsBlocked: true })
        {
            AddProblem("generalPostingSetup", key, "blocked");
            return "";
        }
        var accountNo = setup is null ? "" : Of(account, setup);
        if (accountNo.Length == 0)
            AddProblem("generalPostingSetup", key, Field(account));
        return accountNo;
    }

    private static string Of(CostAccount account, GeneralPostingSetup setup) =>
        account switch
        {
            CostAccount.Cogs => setup.CogsAccount,
            CostAccount.CogsInterim => setup.CogsAccountInterim,
            CostAccount.InventoryAdjmt => setup.InventoryAdjmtAccount,
            CostAccount.InvtAccrualInterim => setup.InvtAccrualAccountInterim,
            CostAccount.DirectCostApplied => setup.DirectCostAppliedAccount,
            CostAccount.OverheadApplied => setup.OverheadAppliedAccount,
            CostAccount.PurchaseVariance => setup.PurchaseVarianceAccount,
            CostAccount.Inventory or CostAccount.InventoryInterim or var _ =>
                throw new InvalidOperationException($"{account} depends on the location."),
        };

    private void AddProblem(string entity, (string First, string Second) key, string field)
    {
        var groups = $"{key.First}, {key.Second}";
        _problems[($"{entity} {groups}", field)] = new(
            ProblemCodes.InventoryAccount,
            new(entity, groups),
            field
        )
        {
            Args = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["first"] = key.First,
                ["second"] = key.Second,
                ["field"] = field,
            },
        };
    }

    private static string Field(CostAccount account) =>
        account switch
        {
            CostAccount.Inventory => "inventoryAccount",
            CostAccount.InventoryInterim => "inventoryAccountInterim",
            CostAccount.Cogs => "cogsAccount",
            CostAccount.CogsInterim => "cogsAccountInterim",
            CostAccount.InventoryAdjmt => "inventoryAdjmtAccount",
            CostAccount.InvtAccrualInterim => "invtAccrualAccountInterim",
            CostAccount.DirectCostApplied => "directCostAppliedAccount",
            CostAccount.OverheadApplied => "overheadAppliedAccount",
            CostAccount.PurchaseVariance => "purchaseVarianceAccount",
            var other => throw new InvalidOperationException($"Unknown account {other}."),
        };
}

using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Shell;
using Handel.Data.Reports;

namespace Handel.Api.Reports;

/// <summary>Where an account is used: every field of the setup that names it (COA-09).</summary>
internal static class AccountUseResource
{
    private const string Account = "accountNumber";

    public static Resource Create() =>
        Resource
            .ExtensionComputed<AccountUse>("accountUses", "accountUse", Rows)
            .Field("id", u => RowId.Of(u.Table, u.Key, u.Field))
            .Field("tableName", u => u.Table)
            .Field("key", u => u.Key)
            .Field("fieldName", u => u.Field)
            .Parameter(Account, u => u.Key)
            .OrderedBy("tableName", "key", "fieldName");

    private static async Task<IReadOnlyList<AccountUse>> Rows(RequestScope scope, Pins pins) =>
        pins.Code(Account) is { Length: > 0 } account
            ? await AccountUses.Of(scope.Db(), account, scope.Aborted)
            : [];
}

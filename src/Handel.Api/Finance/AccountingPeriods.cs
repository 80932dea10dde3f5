using Handel.Api.Engine;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;

namespace Handel.Api.Finance;

/// <summary>Accounting periods and where fiscal years begin (COM-07).</summary>
internal static class AccountingPeriods
{
    public static Resource Create() =>
        Resource
            .Of("accountingPeriods", s => s.Rows<AccountingPeriod>())
            .Field("id", p => p.Id)
            .Field("startingDate", p => p.StartingDate)
            .Field("name", p => p.Name)
            .Field("newFiscalYear", p => p.IsNewFiscalYear)
            .Field("closed", p => p.IsClosed)
            .Field("dateLocked", p => p.IsDateLocked)
            .Field("lastModifiedDateTime", p => p.ModifiedAt)
            .OrderedBy("startingDate")
            .ETag(p => p.Version);
}

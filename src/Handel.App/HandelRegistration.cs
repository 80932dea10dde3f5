using Handel.App.Benchmarks;
using Handel.App.Changes;
using Handel.App.Companies;
using Handel.App.Documents;
using Handel.App.Finance;
using Handel.App.Import;
using Handel.App.Jobs;
using Handel.App.Journals;
using Handel.App.Ledger;
using Handel.App.Operations;
using Handel.App.Setup;
using Handel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Handel.App;

/// <summary>The use cases, over one database.</summary>
public static class HandelRegistration
{
    public static IServiceCollection AddHandelApp(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.TryAddSingleton(_ => new HandelDatabase(connectionString));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SetupCache>();
        services.AddSingleton<CompanyWriters>();
        services.AddSingleton<ChangeHub>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<AdjustmentDimensions>();
        services.AddSingleton<DimensionCorrections>();
        services.AddSingleton<LedgerDimensions>();
        services.AddSingleton<JournalLineDimensions>();
        services.AddSingleton<JournalDesk>();
        services.AddSingleton<CreateCompany>();
        services.AddSingleton<VatPeriodStatus>();
        services.AddSingleton<FiscalYearKeeping>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<IJobRun, VerifyBooksJob>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IOperation<CompanyCreation>, MakeCompany>();
        services.AddSingleton(new ReportBenchAddress(connectionString));
        services.AddSingleton<IOperation<Benchmark>, RunBenchmarks>();
        services.AddSingleton<IOperation<FileImport>, ImportOnlineRetail>();
        return services;
    }
}

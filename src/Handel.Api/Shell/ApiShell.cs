using System.Globalization;
using Handel.Api.Engine;
using Handel.Api.Engine.Http;
using Handel.Api.Finance;
using Handel.Api.Home;
using Handel.Api.Inventory;
using Handel.Api.Journals;
using Handel.Api.Masters;
using Handel.Api.Mirror;
using Handel.Api.Reports;
using Handel.Api.Setup;
using Handel.Api.Trade;
using Handel.App.Printing;
using Handel.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Handel.Api.Shell;

/// <summary>All resources on the engine, and what the engine asks of the program.</summary>
public static class ApiShell
{
    public static IServiceCollection AddHandelApi(this IServiceCollection services)
    {
        services.AddScoped<RequestDatabase>();
        services.AddSingleton<KnownCompanies>();
        services.AddSingleton(_ => new DocumentRenderer(
            PrintingOptions.FindFrom(AppContext.BaseDirectory)
        ));
        services.AddSingleton(
            new ApiHost
            {
                Companies = (http, ct) => Known(http).All(ct),
                KnownCompany = (http, id) => Known(http).Find(id),
                ProblemText = ProblemTexts.Of,
                ProblemCode = ProblemTexts.CodeOf,
                ProblemTarget = ProblemTexts.TargetOf,
                IsAllowed = (scope, resource, operation) =>
                    ValueTask.FromResult(Permissions.Allow(scope, resource, operation)),
                Transaction = (scope, body) =>
                    scope.Get<RequestDatabase>().Transaction(scope.CompanyNo, body, scope.Aborted),
                Together = (scope, body) =>
                    scope.Get<RequestDatabase>().Together(scope.CompanyNo, body, scope.Aborted),
                Once = AnswersOnce.Run,
                DefaultLanguage = _ => CultureInfo.CurrentUICulture,
            }
        );
        return services;
    }

    private static KnownCompanies Known(HttpContext http) =>
        http.RequestServices.GetRequiredService<KnownCompanies>();

    public static void MapHandelResources(this IEndpointRouteBuilder routes)
    {
        var catalog = Catalog();
        routes.MapHandelApi(catalog);
        routes.MapHome();
        routes.MapChangeStream(new ChangedSets(catalog));
    }

    internal static ApiCatalog Catalog() =>
        new ApiCatalog().Add([
            CompaniesResource.Create(),
            .. CompanyInformationResource.All(),
            .. SideNames.Both.Select(PartyResource.Create),
            .. SideNames.Both.Select(PartyResource.Extension),
            .. ItemResource.Items(),
            ItemResource.Variants(),
            .. CodeResources.All(),
            Currencies.Create(),
            CurrencyCards.Create(),
            .. ExchangeRateResources.All(),
            .. AccountResources.All(),
            .. PostingGroupResources.All(),
            .. PartyGroupResources.All(),
            .. PostingSetupResources.All(),
            TaxRates.Create(),
            .. TaxClauses.All(),
            TaxIdentifiers.Create(),
            SetupGaps.Create(),
            PostingGroupUses.Create(),
            TaxSetup.Create(),
            .. TaxStatements.All(),
            TaxReturnPeriods.Create(),
            .. TaxReports.All(),
            PartyChecks.Create(),
            .. TradeSetupResources.All(),
            InventorySetupResource.Create(),
            .. InvoiceDiscountResources.All(),
            UserSetups.Create(),
            SetupChanges.Create(),
            .. NumberSeriesResources.All(),
            .. DocumentResources.All(),
            .. PdfResource.All(),
            .. LedgerResources.All(),
            .. JournalResources.All(),
            .. DimensionResources.All(),
            AccountingPeriods.Create(),
            FiscalPeriods.Create(),
            RateAdjustments.Log(),
            .. JobResources.All(),
            .. ReportResources.All(),
            .. StockResources.All(),
        ]);
}

using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.App.Finance;
using Handel.Kernel.Amounts;
using Handel.Kernel.Dates;
using Handel.Kernel.Problems;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Setup;
using Handel.Trade.Editing;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Setup;

/// <summary>
/// Change payment tolerance and grace period, with the open entries that follow when the user says
/// so (GLS-17).
/// </summary>
internal static class ToleranceActions
{
    private const string CurrencyCode = "currencyCode";
    private const string AllCurrencies = "allCurrencies";
    private const string Percent = "paymentTolerancePercent";
    private const string Maximum = "maxPaymentToleranceAmount";
    private const string GracePeriod = "paymentDiscountGracePeriod";
    private const string Recompute = "recomputeOpenEntries";

    public static Resource<GlSetup> WithTolerance(this Resource<GlSetup> resource) =>
        resource
            .Action(
                new ActionShape("changePaymentTolerance")
                {
                    Parameters =
                    [
                        ParameterShape.Of<string>(CurrencyCode),
                        ParameterShape.Of<bool>(AllCurrencies),
                        ParameterShape.Of<decimal>(Percent),
                        ParameterShape.Of<decimal>(Maximum),
                        ParameterShape.Of<bool>(Recompute),
                    ],
                },
                ChangeTolerance
            )
            .Action(
                new ActionShape("changeGracePeriod")
                {
                    Parameters =
                    [
                        ParameterShape.Of<string>(GracePeriod),
                        ParameterShape.Of<bool>(Recompute),
                    ],
                },
                ChangeGracePeriod
            );

    private static Task<ActionOutcome> ChangeTolerance(RequestScope scope, Guid id, Given given)
    {
        var code = given.Text(CurrencyCode) ?? "";
        var isAll = given.Value<bool>(AllCurrencies) ?? false;
        return Change(
            scope,
            given,
            isAll ? null : [code],
            async setup =>
            {
                var isLcy = code.Length == 0 || code == setup.LcyCode;
                var currencies = await scope
                    .Db()
                    .Set<Currency>()
                    .AsTracking()
                    .Where(currency => isAll || currency.Code == code)
                    .ToListAsync(scope.Aborted);
                if (isAll || isLcy)
                {
                    setup.PaymentTolerancePct = given.Value<decimal>(Percent) ?? 0m;
                    setup.MaxPaymentToleranceAmount = given.Value<decimal>(Maximum) ?? 0m;
                }
                else if (currencies.Count == 0)
                    return [new(EditCodes.Unknown, Record, CurrencyCode, code)];
                foreach (var currency in currencies.Where(c => c.Code != setup.LcyCode))
                {
                    currency.PaymentTolerancePct = given.Value<decimal>(Percent) ?? 0m;
                    currency.MaxPaymentToleranceAmount = given.Value<decimal>(Maximum) ?? 0m;
                }
                // The limits are the same for every currency.
                return [.. LedgerSetupRules.Find(Limits(given), new(new(), false, scope.Today()))];
            }
        );
    }

    private static GlSetup Limits(Given given) =>
        new()
        {
            PaymentTolerancePct = given.Value<decimal>(Percent) ?? 0m,
            MaxPaymentToleranceAmount = given.Value<decimal>(Maximum) ?? 0m,
        };

    private static Task<ActionOutcome> ChangeGracePeriod(
        RequestScope scope,
        Guid id,
        Given given
    ) =>
        Change(
            scope,
            given,
            currencyCodes: null,
            setup =>
            {
                var text = (given.Text(GracePeriod) ?? "").Trim();
                setup.PmtDiscGracePeriod = DateFormula.TryParse(
                    text,
                    scope.Language.Name,
                    out var formula
                )
                    ? formula.ToString()
                    : text;
                var limits = new GlSetup { PmtDiscGracePeriod = setup.PmtDiscGracePeriod };
                IReadOnlyList<Problem> found =
                [
                    .. LedgerSetupRules.Find(limits, new(new(), false, scope.Today())),
                ];
                return Task.FromResult(found);
            }
        );

    /// <summary>The setup first, in one step; then the entries, in parts of their own.</summary>
    private static async Task<ActionOutcome> Change(
        RequestScope scope,
        Given given,
        IReadOnlyCollection<string>? currencyCodes,
        Func<GlSetup, Task<IReadOnlyList<Problem>>> change
    )
    {
        var db = scope.Db();
        var setup = await db.Set<GlSetup>().AsTracking().SingleAsync(scope.Aborted);
        var problems = await change(setup);
        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return ActionOutcome.Refused(problems);
        }
        var lcyCode = setup.LcyCode;
        await db.SaveChangesAsync(scope.Aborted);
        db.ChangeTracker.Clear();
        if (given.Value<bool>(Recompute) != true)
            return ActionOutcome.Done;
        // Entries in LCY have a blank code (CNV-03).
        var codes = currencyCodes?.Select(code => code == lcyCode ? "" : code).ToArray();
        var found = await ToleranceRecompute.Run(
            db,
            new(codes, scope.UserName()),
            scope.Post,
            scope.Aborted
        );
        return found.Count > 0 ? ActionOutcome.Refused(found) : ActionOutcome.Done;
    }

    private static readonly RecordRef Record = new(LedgerSetupRules.Entity, "");
}

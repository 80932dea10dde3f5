using Handel.Api.Engine;
using Handel.Api.Engine.Query;
using Handel.Api.Mirror;
using Handel.Api.Shell;
using Handel.Data.Reports;
using Handel.Ledgers.Parties;
using Handel.Ledgers.Reports;
using Microsoft.EntityFrameworkCore;

namespace Handel.Api.Reports;

/// <summary>
/// A customer or vendor on the aged set of the contract; the last row is the total.
/// </summary>
internal sealed record AgedAccountRow(Guid PartyId, string PartyNo, string Name)
{
    public string CurrencyCode { get; init; } = "";
    public required IReadOnlyList<decimal> Amounts { get; init; }
    public required AgeingColumns Columns { get; init; }
    public required DateOnly AsOf { get; init; }
    public required string Length { get; init; }
    public required RequestScope Scope { get; init; }

    /// <summary>The total comes last.</summary>
    public int Place { get; init; }

    public string Label(int column) => SpanText.Of(Columns.SpanOf(column), Scope.Language);
}

/// <summary>
/// Aged accounts as the contract has them (A18.11): four columns, the day of the report itself is
/// not late, everybody is listed, LCY.
/// </summary>
internal static class AgedAccounts
{
    private const int ColumnCount = 4;
    private const string AsOf = "agedAsOfDate";
    private const string Length = "periodLengthFilter";
    private const string Total = "Total";

    public static IEnumerable<Resource> All() => SideNames.Both.Select(Create);

    private static Resource<AgedAccountRow> Create(SideNames side)
    {
        var resource = Resource
            .Computed<AgedAccountRow>(side.AgedAccounts, (scope, pins) => Rows(side, scope, pins))
            .Field(side.PartyId, r => r.PartyId)
            .Field(side.PartyNumber, r => r.PartyNo)
            .Field("name", r => r.Name)
            .Field("currencyCode", r => r.CurrencyCode)
            .Field("balanceDue", r => r.Amounts.Sum())
            .Field("currentAmount", r => r.Amounts[0])
            .Field("period1Amount", r => r.Amounts[1])
            .Field("period2Amount", r => r.Amounts[2])
            .Field("period3Amount", r => r.Amounts[3])
            .Parameter(AsOf, r => r.AsOf)
            .Parameter(Length, r => r.Length)
            .Ranked(r => r.Place)
            .OrderedBy(side.PartyNumber)
            .ETag(r => r.Amounts.Sum());
        for (var column = 1; column < ColumnCount; column++)
            Label(resource, column);
        return resource;
    }

    // Only customers have labels in the contract.
    private static void Label(Resource<AgedAccountRow> resource, int column)
    {
        var name = $"period{column}Label";
        if (resource.Shape.Fields.Any(field => field.Name == name))
            resource.Field(name, r => r.Label(column));
    }

    private sealed record AgedParty(Guid Id, string No, string Name);

    private static Task<List<AgedParty>> Parties(
        IQueryable<Party> all,
        (Guid? Id, string No) asked,
        CancellationToken ct
    ) =>
        all.Where(party => asked.Id == null || party.Id == asked.Id)
            .Where(party => asked.No == "" || party.No == asked.No)
            .OrderBy(party => party.No)
            .Select(party => new AgedParty(party.Id, party.No, party.Address.Name))
            .ToListAsync(ct);

    private static async Task<IReadOnlyList<AgedAccountRow>> Rows(
        SideNames side,
        RequestScope scope,
        Pins pins
    )
    {
        var asOf = pins.Date(AsOf) ?? scope.Today();
        var length = AgedReport.LengthOf(pins, scope, (side.AgedAccounts, Length), asOf);
        var columns = AgeingColumns.ByDueDate(asOf.AddDays(-1), length, ColumnCount);
        var (id, no) = (pins.Id(side.PartyId), pins.Code(side.PartyNumber));
        var parties = await Parties(side.PartyRows(scope), (id, no), scope.Aborted);
        var isOne = id is not null || no.Length > 0;
        if (isOne && parties.Count == 0)
            return [];
        var question = new AgeingQuestion(side.Direction, asOf, columns)
        {
            PartyNo = isOne ? parties[0].No : null,
        };
        var balances = (await Ageing.Balances(scope.Db(), question, scope.Aborted)).ToDictionary(
            balance => balance.PartyNo,
            balance => balance.Amounts
        );
        var nothing = new decimal[ColumnCount];
        var rows = parties
            .Select(party =>
                Row(party.Id, party.No, party.Name, balances.GetValueOrDefault(party.No) ?? nothing)
            )
            .ToList();
        if (!isOne)
            rows.Add(
                Row(Guid.Empty, "", Total, [.. nothing.Select((_, at) => SumOf(at))]) with
                {
                    Place = 1,
                }
            );
        return rows;

        decimal SumOf(int column) => balances.Values.Sum(amounts => amounts[column]);
        AgedAccountRow Row(
            Guid party,
            string number,
            string name,
            IReadOnlyList<decimal> amounts
        ) =>
            new(party, number, name)
            {
                Amounts = [.. amounts.Select(amount => side.BalanceSign * amount)],
                Columns = columns,
                AsOf = asOf,
                Length = length.ToString(),
                Scope = scope,
            };
    }
}

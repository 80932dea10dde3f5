using Handel.Data.Bulk;
using Handel.Data.Dimensions;
using Handel.Kernel.Dimensions;
using Handel.Kernel.Problems;

namespace Handel.Data.Loading;

/// <summary>
/// The sets that drafts carry and the defaults of the parties and items that they name, as a round
/// trip is asked for them; a company without dimensions is not asked.
/// </summary>
internal sealed class DimensionAnswers
{
    private readonly DimensionRules _rules;
    private readonly Answer<DimensionSetEntry> _sets = Answer<DimensionSetEntry>.None;
    private readonly Answer<DefaultDimension> _defaults = Answer<DefaultDimension>.None;

    /// <param name="sources">Parties and items; others stand in the setup.</param>
    private DimensionAnswers(
        RoundTrip trip,
        DimensionRules rules,
        int[] setIds,
        List<RecordRef> sources
    )
    {
        _rules = rules;
        var companyNo = trip.Context.CompanyNo;
        if (setIds.Length > 0)
            _sets = trip.Rows<DimensionSetEntry>($"set_id = ANY({setIds})");
        string[] entities = [.. sources.Select(record => record.Entity)];
        string[] numbers = [.. sources.Select(record => record.No)];
        if (numbers.Length > 0)
        {
            _defaults = trip.RowsFrom<DefaultDimension>(
                $"""
                unnest({entities}, {numbers}) AS s(entity, no) JOIN default_dimension t
                    ON t.company_no = {companyNo} AND t.entity = s.entity AND t.no = s.no
                """
            );
        }
    }

    /// <param name="trip">Carries the questions.</param>
    /// <param name="rules">Those of the setup.</param>
    /// <param name="setIds">Sets by id; 0 is known.</param>
    /// <param name="sources">Parties and items; others stand in the setup.</param>
    public static DimensionAnswers Ask(
        RoundTrip trip,
        DimensionRules rules,
        IEnumerable<int> setIds,
        IEnumerable<RecordRef> sources
    ) =>
        rules.IsEmpty
            ? new(trip, rules, [], [])
            : new(
                trip,
                rules,
                [.. setIds.Where(id => id != DimensionSets.EmptyId).Distinct()],
                [.. sources.Where(source => source.No.Length > 0).Distinct()]
            );

    /// <summary>What was found, once the round trip is made.</summary>
    public DimensionContext Found()
    {
        var sets = _sets
            .Rows.GroupBy(row => row.SetId)
            .Select(set =>
                KeyValuePair.Create(
                    set.Key,
                    DimensionSet.Of(set.Select(row => (row.DimensionCode, row.ValueCode)))
                )
            );
        var rules = _defaults.Rows.Count == 0 ? _rules : _rules.With(_defaults.Rows);
        return new(rules, new(sets));
    }
}

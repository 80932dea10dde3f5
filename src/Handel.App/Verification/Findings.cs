using System.Collections.Concurrent;

namespace Handel.App.Verification;

/// <summary>Gathers what is wrong in one company: the first of each kind, and how many.</summary>
internal sealed class Findings(string company)
{
    private readonly ConcurrentDictionary<(string, string, string), Finding> _found = [];

    public IReadOnlyList<Finding> All =>
        [
            .. _found
                .Values.OrderBy(finding => finding.Invariant, StringComparer.Ordinal)
                .ThenBy(finding => finding.Table, StringComparer.Ordinal)
                .ThenBy(finding => finding.Text, StringComparer.Ordinal),
        ];

    /// <summary>Entries come by number, so the first one of a kind stays.</summary>
    public void Add(Rule rule, string table, int? entryNo, string document) =>
        Add(rule, new(table, entryNo, document));

    public void Add(Rule rule, Place place, long count = 1)
    {
        var finding = new Finding(rule.Invariant, place.Table, place.EntryNo, place.Document, count)
        {
            Text = rule.Text,
            Company = company,
        };
        _found.AddOrUpdate(
            (rule.Invariant, place.Table, rule.Text),
            finding,
            (_, first) => first with { Count = first.Count + count }
        );
    }
}

/// <summary>An invariant and the key of the text that says it is broken.</summary>
internal readonly record struct Rule(string Invariant, string Text);

/// <summary>The first place where an invariant is broken.</summary>
internal readonly record struct Place(string Table, int? EntryNo, string Document);

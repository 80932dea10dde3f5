using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Handel.Api.Engine;
using Handel.Kernel.Problems;
using Handel.Trade.Editing;

namespace Handel.Api.Shell;

/// <summary>
/// What a problem says to a user: the record, the field, the value and every figure of it, in the
/// language of the request (D11).
/// </summary>
public static partial class ProblemTexts
{
    private static readonly ResourceManager Sentences = new(
        "Handel.Api.Shell.ProblemSentences",
        typeof(ProblemTexts).Assembly
    );

    public static string Of(Problem problem, CultureInfo language)
    {
        var (reason, ofReason) = OfReason(problem, language);
        // A rule may have a sentence of its own below that of its code.
        var rule = problem.Args.GetValueOrDefault("rule", "");
        var template =
            ofReason
            ?? Sentences.GetString($"{problem.Code}.{rule}", language)
            ?? Sentences.GetString(problem.Code, language)
            ?? $"{problem.Code} {{record}} {{field}}";
        var used = new HashSet<string>(StringComparer.Ordinal) { "rule" };
        if (ofReason is not null)
            used.Add(reason);
        var text = Slot()
            .Replace(
                template,
                slot =>
                {
                    var name = slot.Groups["name"].Value;
                    used.UnionWith(name == Period ? ["from", "to"] : [name]);
                    return Fill(problem, name, language);
                }
            );
        // Figures that the sentence has no place for are told too.
        var rest = problem
            .Args.Where(arg => !used.Contains(arg.Key) && arg.Value.Length > 0)
            .Select(arg => $"{arg.Key} {Figure(arg.Value, language)}")
            .ToList();
        var sentence = Blanks().Replace(text, " ").Replace(" .", ".", StringComparison.Ordinal);
        return rest.Count == 0 ? sentence : $"{sentence} ({string.Join(", ", rest)})";
    }

    private const string Period = "period";

    // One code may have several reasons, or come from several places, each with a sentence of
    // its own.
    private static readonly string[] Variants = ["reason", "source"];

    private static (string Arg, string? Sentence) OfReason(Problem problem, CultureInfo language) =>
        Variants
            .Where(arg => problem.Args.GetValueOrDefault(arg) is { Length: > 0 })
            .Select(arg =>
                (arg, Sentences.GetString($"{problem.Code}.{problem.Args[arg]}", language))
            )
            .FirstOrDefault(("", null));

    /// <summary>The code of the contract for a problem (A6).</summary>
    public static string CodeOf(Problem problem) =>
        problem.Code switch
        {
            ProblemCodes.Concurrency => ErrorCode.EntityChanged,
            ProblemCodes.DateFormula => ErrorCode.EvaluateException,
            EditCodes.Unknown => ErrorCode.InvalidTableRelation,
            ProblemCodes.FieldEmpty or EditCodes.Range or ApiProblems.Pair =>
                ErrorCode.FieldValidationException,
            _ => ErrorCode.DialogException,
        };

    /// <summary>
    /// A field of a line is named with its line: <c>salesOrderLines(id)/quantity</c>.
    /// </summary>
    public static string TargetOf(Problem problem) =>
        problem.Record is { LineNo: > 0, Id: { } id }
            ? $"{problem.Record.Entity[..^1]}Lines({id})/{problem.Field}"
            : problem.Field;

    /// <summary>Codes that have a sentence, for the test that none lacks one.</summary>
    internal static bool Knows(string code, CultureInfo language) =>
        Sentences.GetString(code, language) is not null;

    private static string Fill(Problem problem, string name, CultureInfo language) =>
        name switch
        {
            "record" => Record(problem.Record, language),
            "no" => problem.Record.No,
            "field" => problem.Field,
            "value" => Figure(problem.Value, language),
            Period => PeriodOf(problem, language),
            "entity" => Caption(problem.Args.GetValueOrDefault("entity", ""), language),
            _ => Figure(problem.Args.GetValueOrDefault(name, ""), language),
        };

    /// <summary>From and to, of which one may be open.</summary>
    private static string PeriodOf(Problem problem, CultureInfo language)
    {
        string Text(string name) => Figure(problem.Args.GetValueOrDefault(name, ""), language);
        var (from, to) = (Text("from"), Text("to"));
        var word = (from, to) switch
        {
            ("", _) => "period.to",
            (_, "") => "period.from",
            _ => "period.both",
        };
        return string.Format(language, Sentences.GetString(word, language)!, from, to);
    }

    /// <summary>Amounts and dates as the user writes them; anything else as it is.</summary>
    private static string Figure(string text, CultureInfo language)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (Fraction().Match(text) is { Success: true } fraction)
            return decimal.TryParse(text, NumberStyles.Number, invariant, out var number)
                ? number.ToString($"N{fraction.Groups["decimals"].Length}", language)
                : text;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, default, out var date)
            ? Dates.Of(date, language)
            : text;
    }

    private static string Caption(string entity, CultureInfo language) =>
        Sentences.GetString($"record.{entity}", language) ?? entity;

    private static string Record(RecordRef record, CultureInfo language)
    {
        var caption = Caption(record.Entity, language);
        var text = $"{caption} {record.No}".TrimEnd();
        return record.LineNo > 0
            ? $"{text}, {Sentences.GetString("record.line", language)} {record.LineNo}"
            : text;
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();

    [GeneratedRegex(@"^-?\d{1,20}\.(?<decimals>\d{1,8})$", RegexOptions.NonBacktracking)]
    private static partial Regex Fraction();

    [GeneratedRegex(" {2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}

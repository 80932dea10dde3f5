using Xunit;

namespace Handel.Rules;

/// <summary>The rules of style, held against every file of the repository.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void Files_have_at_most_400_lines() => ExpectNone(SizeGuards.FindLongFiles);

    [Fact]
    public void Lines_have_at_most_100_columns() => ExpectNone(SizeGuards.FindLongLines);

    [Fact]
    public void Functions_have_at_most_60_lines() => ExpectNone(SizeGuards.FindLongFunctions);

    [Fact]
    public void Functions_have_at_most_4_parameters() => ExpectNone(SizeGuards.FindManyParameters);

    [Fact]
    public void Types_are_named_by_what_they_are() => ExpectNone(WordingGuards.FindEmptyNames);

    [Fact]
    public void A_todo_has_an_issue() => ExpectNone(WordingGuards.FindLooseTodos);

    [Fact]
    public void Only_Mirror_Selling_and_Buying_know_the_direction() =>
        ExpectNone(DirectionGuards.FindBranches);

    [Fact]
    public void No_rule_is_written_for_both_sides() =>
        ExpectNone(DirectionGuards.FindRulesWrittenTwice(Repository.Sources));

    [Fact]
    public void Switches_over_enums_leave_nothing_to_chance() => ExpectNone(EnumSwitchGuard.Find);

    [Fact]
    public void Projects_refer_to_those_below_them() =>
        ExpectNone(
            Repository
                .FilesUnder("src", "*.csproj")
                .SelectMany(path => LayoutGuards.FindInProject(path, Repository.Read(path)))
        );

    [Fact]
    public void The_compiled_core_refers_to_nothing_but_the_runtime()
    {
        var core = LayoutGuards
            .PureProjects.Select(name => Path.Combine(AppContext.BaseDirectory, $"{name}.dll"))
            .Where(File.Exists)
            .ToList();

        Assert.True(core.Count >= 4, $"Only {core.Count} projects of the core were compiled.");
        ExpectNone(core.SelectMany(MetadataGuards.FindImpureReferences));
    }

    [Fact]
    public void Captions_are_there_in_both_languages() =>
        ExpectNone(
            CaptionGuards.FindUntranslated(
                Repository.FilesUnder("src", "*.resx").Select(path => (path, Repository.Read(path)))
            )
        );

    private static void ExpectNone(Func<SourceFile, IEnumerable<Breach>> guard) =>
        ExpectNone(Repository.Sources.SelectMany(guard));

    private static void ExpectNone(IEnumerable<Breach> found)
    {
        var breaches = string.Join('\n', found);
        Assert.True(breaches.Length == 0, breaches);
    }
}

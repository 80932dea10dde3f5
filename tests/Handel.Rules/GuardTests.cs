using Xunit;

namespace Handel.Rules;

/// <summary>Every guard finds a bad sample and lets a good one pass.</summary>
public sealed class GuardTests
{
    private const string Core = "src/Handel.Trade/Documents/Sample.cs";

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void A_long_file_is_found(int lines, int breaches) =>
        Assert.Equal(
            breaches,
            SizeGuards.FindLongFiles(Sample(string.Concat(Repeat("//\n", lines)))).Count()
        );

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void A_long_line_is_found(int columns, int breaches) =>
        Assert.Equal(
            breaches,
            SizeGuards.FindLongLines(Sample("//" + new string('x', columns - 2))).Count()
        );

    [Theory]
    [InlineData(57, 0)]
    [InlineData(58, 1)]
    public void A_long_function_is_found(int statements, int breaches)
    {
        var body = string.Concat(Repeat("    X();\n", statements));
        var sample = Sample($"class A {{\n[Old]\n[Slow]\nvoid Run()\n{{\n{body}}}\n}}");

        Assert.Equal(breaches, SizeGuards.FindLongFunctions(sample).Count());
    }

    [Theory]
    [InlineData("class A { void Run(int a, int b, int c, int d) { } }", 0)]
    [InlineData("class A { void Run(int a, int b, int c, int d, int e) { } }", 1)]
    [InlineData("class A { A(int a, int b, int c, int d, int e) { } }", 1)]
    [InlineData("class A { override void Run(int a, int b, int c, int d, int e) { } }", 0)]
    [InlineData("class A { [Theory] void Run(int a, int b, int c, int d, int e) { } }", 0)]
    [InlineData("record A(int A, int B, int C, int D, int E);", 0)]
    public void Many_parameters_are_found(string text, int breaches) =>
        Assert.Equal(breaches, SizeGuards.FindManyParameters(Sample(text)).Count());

    [Theory]
    [InlineData("class PriceHelper { }", 1)]
    [InlineData("record HelperForPrices;", 1)]
    [InlineData("class PriceService { }", 1)]
    [InlineData("abstract class DocumentBase { }", 1)]
    [InlineData("record LineDto;", 1)]
    [InlineData("interface IPostCommand { }", 1)]
    [InlineData("class ServiceCharge { }", 0)]
    [InlineData("class BaseCalendar { }", 0)]
    [InlineData("class Database { }", 0)]
    public void An_empty_word_in_a_name_is_found(string text, int breaches) =>
        Assert.Equal(breaches, WordingGuards.FindEmptyNames(Sample(text)).Count());

    [Theory]
    [InlineData("// TODO later", 1)]
    [InlineData("/* todo */", 1)]
    [InlineData("// TODO #12: when the rate is known", 0)]
    [InlineData("// the toDoList", 0)]
    public void A_loose_todo_is_found(string text, int breaches) =>
        Assert.Equal(breaches, WordingGuards.FindLooseTodos(Sample(text)).Count());

    [Theory]
    [InlineData("var x = direction == Direction.Sale;")]
    [InlineData("if (document.Direction != other) { }")]
    [InlineData("var x = way == Direction.Purchase;")]
    [InlineData("var x = direction is Direction.Sale;")]
    [InlineData("var x = line.Direction switch { _ => 1 };")]
    [InlineData("switch (direction) { default: break; }")]
    public void A_test_on_the_direction_is_found_outside_its_homes(string text)
    {
        Assert.Single(DirectionGuards.FindBranches(Sample(text)));
        Assert.Empty(DirectionGuards.FindBranches(At("src/Handel.Trade/Mirror/A.cs", text)));
        Assert.Empty(DirectionGuards.FindBranches(At("src/Handel.Trade/Selling/A.cs", text)));
        Assert.Empty(DirectionGuards.FindBranches(At("src/Handel.Data/Buying/A.cs", text)));
    }

    [Theory]
    [InlineData("var x = Mirror.Income(direction);")]
    [InlineData("var x = rows.Where(row => row.Direction == document.Direction);")]
    [InlineData("var x = scope.Direction is { } side ? Name(side) : none;")]
    [InlineData("var x = rounding == RoundingDirection.Up;")]
    [InlineData("rows.Where(row => row.No == no);")]
    public void Passing_a_direction_on_is_free(string text) =>
        Assert.Empty(DirectionGuards.FindBranches(Sample(text)));

    [Fact]
    public void A_rule_that_both_sides_claim_is_found()
    {
        var selling = At("src/Handel.Trade/Selling/A.cs", "// PRC-11, TRD-VAT-07\nclass A { }");
        var twin = At("src/Handel.Trade/Buying/B.cs", "class B { // TRD-VAT-07\n}");
        var other = At("src/Handel.Trade/Buying/B.cs", "class B { // TRD-VAT-08\n}");

        var breach = Assert.Single(DirectionGuards.FindRulesWrittenTwice([selling, twin]));

        Assert.Equal(
            "src/Handel.Trade/Selling/A.cs:1 TRD-VAT-07 is also written in "
                + "src/Handel.Trade/Buying/B.cs",
            breach.ToString()
        );
        Assert.Empty(DirectionGuards.FindRulesWrittenTwice([selling, other]));
    }

    [Theory]
    [InlineData("var x = kind switch { Kind.A => 1, _ => 2 };", 1)]
    [InlineData("var x = kind switch { Kind.A or Kind.B => 1, _ => 2 };", 1)]
    [InlineData("var x = kind switch { Kind.A => 1, _ => throw new E() };", 0)]
    [InlineData("var x = kind switch { Kind.A => 1, Kind.B => 2 };", 0)]
    [InlineData("var x = count switch { 0 => 1, _ => 2 };", 0)]
    [InlineData("var x = node switch { A a => 1, _ => 2 };", 0)]
    public void A_switch_that_guesses_is_found_in_the_core(string text, int breaches)
    {
        Assert.Equal(breaches, EnumSwitchGuard.Find(Sample(text)).Count());
        Assert.Empty(EnumSwitchGuard.Find(At("src/Handel.Api/Sample.cs", text)));
    }

    [Theory]
    [InlineData(
        "Handel.Data",
        "<ProjectReference Include='../Handel.Trade/Handel.Trade.csproj'/>",
        0
    )]
    [InlineData(
        "Handel.Ledgers",
        "<ProjectReference Include='../Handel.Trade/Handel.Trade.csproj'/>",
        1
    )]
    [InlineData(
        "Handel.Api",
        "<ProjectReference Include='../Handel.Pages/Handel.Pages.csproj'/>",
        1
    )]
    [InlineData("Handel.Kernel", "<PackageReference Include='Npgsql'/>", 1)]
    [InlineData("Handel.Trade", "<FrameworkReference Include='Microsoft.AspNetCore.App'/>", 1)]
    [InlineData("Handel.Data", "<PackageReference Include='Npgsql'/>", 0)]
    [InlineData("Handel.Common", "", 1)]
    public void A_reference_that_points_up_or_out_is_found(string name, string item, int breaches)
    {
        var xml = $"<Project><PropertyGroup><IsPure>true</IsPure></PropertyGroup>{item}</Project>";

        Assert.Equal(
            breaches,
            LayoutGuards.FindInProject($"src/{name}/{name}.csproj", xml).Count()
        );
    }

    [Fact]
    public void A_core_project_that_is_not_declared_pure_is_found() =>
        Assert.Single(LayoutGuards.FindInProject("src/Handel.Kernel.csproj", "<Project />"));

    [Fact]
    public void A_compiled_assembly_that_refers_to_packages_is_found()
    {
        var breaches = MetadataGuards.FindImpureReferences(typeof(GuardTests).Assembly.Location);

        Assert.Contains("Handel.Rules.dll:0 refers to xunit.v3.core", breaches.Select(b => $"{b}"));
    }

    [Fact]
    public void A_caption_that_one_language_lacks_is_found()
    {
        var breaches = CaptionGuards.FindUntranslated([
            ("src/Captions.resx", Resources("order", "invoice")),
            ("src/Captions.nl.resx", Resources("order", "quote")),
            ("src/Alone.nl.resx", Resources("item")),
        ]);

        Assert.Equal(
            [
                "src/Captions:0 invoice is missing in nl",
                "src/Captions:0 quote is missing in en",
                "src/Alone:0 item is missing in en",
            ],
            breaches.Select(breach => $"{breach}")
        );
    }

    private static string Resources(params string[] keys) =>
        $"<root>{string.Concat(keys.Select(key => $"<data name='{key}'/>"))}</root>";

    private static SourceFile Sample(string text) => At(Core, text);

    private static SourceFile At(string path, string text) => SourceFile.Of(path, text);

    private static IEnumerable<string> Repeat(string text, int count) =>
        Enumerable.Repeat(text, count);
}

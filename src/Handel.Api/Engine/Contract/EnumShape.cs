using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Handel.Api.Engine.Contract;

/// <summary>
/// An enum on the wire: encoded member names, their numbers and captions (API-M-3).
/// </summary>
public sealed class EnumShape
{
    private readonly Dictionary<int, Member> byValue = [];
    private readonly Dictionary<string, Member> byName = new(StringComparer.OrdinalIgnoreCase);

    public EnumShape(string name, IEnumerable<Member> members)
    {
        Name = name;
        Members = [.. members];
        foreach (var member in Members)
        {
            byValue.TryAdd(member.Value, member);
            foreach (var spelling in member.Spellings)
                byName.TryAdd(spelling, member);
        }
    }

    public string Name { get; }
    public IReadOnlyList<Member> Members { get; }
    public string TypeName => "Microsoft.NAV." + Name;

    /// <summary>
    /// The shape of a C# enum: <c>CreditMemo</c> is <c>Credit_x0020_Memo</c>.
    /// </summary>
    public static EnumShape From(Type type) =>
        new(
            char.ToLowerInvariant(type.Name[0]) + type.Name[1..],
            Enum.GetNames(type)
                .Select(name => new Member(
                    Encode(name is "None" or "Blank" ? " " : Words(name)),
                    Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)
                ))
        );

    public JsonEncodedText? NameOf(int value) => byValue.GetValueOrDefault(value)?.Encoded;

    /// <summary>
    /// Reads an encoded name, a raw name, an English caption or a number (API-W-8).
    /// </summary>
    public int? Parse(string text)
    {
        if (byName.TryGetValue(text.Length == 0 ? " " : text, out var member))
            return member.Value;
        return
            int.TryParse(text, CultureInfo.InvariantCulture, out var number)
            && byValue.ContainsKey(number)
            ? number
            : null;
    }

    public static string Encode(string name)
    {
        var encoded = new StringBuilder(name.Length);
        foreach (var c in name)
            if (char.IsAsciiLetterOrDigit(c) || c == '_')
                encoded.Append(c);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
        return encoded.ToString();
    }

    public static string Decode(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
            if (IsEscape(name, i))
            {
                text.Append((char)Convert.ToInt32(name.Substring(i + 2, 4), 16));
                i += 6;
            }
            else
                text.Append(name[i]);
        return text.ToString();
    }

    private static bool IsEscape(string name, int at) =>
        at + 6 < name.Length
        && name[at] == '_'
        && name[at + 1] == 'x'
        && name[at + 6] == '_'
        && !name.AsSpan(at + 2, 4).ContainsAnyExcept(HexDigits);

    private static readonly System.Buffers.SearchValues<char> HexDigits =
        System.Buffers.SearchValues.Create("0123456789ABCDEFabcdef");

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                words.Append(' ');
            words.Append(name[i]);
        }
        return words.ToString();
    }

    /// <summary>
    /// One member: its encoded wire name, number and, where it differs, caption.
    /// </summary>
    public sealed record Member(string Name, int Value, string Caption = "")
    {
        public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name);

        public string Raw { get; } = Decode(Name);

        internal IEnumerable<string> Spellings =>
            Caption.Length > 0 ? [Name, Raw, Caption] : [Name, Raw];
    }
}

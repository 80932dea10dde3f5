using System.Globalization;

namespace Handel.Kernel.Amounts;

/// <summary>
/// How many decimals amounts show: at least and at most, written <c>2:5</c> (CUR-01, API-C1-11).
/// </summary>
public readonly record struct DecimalPlaces(int Min, int Max)
{
    /// <summary>Amounts are stored with this many decimals.</summary>
    public const int PlacesMax = 5;

    /// <summary>
    /// Exactly the decimals that a rounding precision leaves: 0.01 is <c>2:2</c>.
    /// </summary>
    public static DecimalPlaces Of(decimal precision)
    {
        var places = 0;
        while (places < PlacesMax && precision != decimal.Truncate(precision))
        {
            precision *= 10m;
            places++;
        }
        return new(places, places);
    }

    /// <summary>Reads <c>min:max</c>; one number alone is both.</summary>
    public static bool TryParse(string text, out DecimalPlaces places)
    {
        var parts = text.Split(':');
        var isRead = Read(parts[0], out var min);
        var max = min;
        if (parts.Length == 2)
            isRead &= Read(parts[1], out max);
        places = new(min, max);
        return isRead && parts.Length <= 2 && min <= max;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Min}:{Max}");

    private static bool Read(string text, out int places) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out places)
        && places <= PlacesMax;
}

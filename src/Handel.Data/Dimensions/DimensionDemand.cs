namespace Handel.Data.Dimensions;

/// <summary>What a reader wants of dimension sets: one of these values of a dimension.</summary>
public sealed record DimensionDemand(string DimensionCode, IReadOnlyList<string> ValueCodes);

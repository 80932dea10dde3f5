namespace Handel.Data.Dimensions;

/// <summary>
/// A dimension set (DIM-02): inserted once, shared by all that is equal, never changed in meaning.
/// The global dimensions stand here and not on every entry, so that another choice of them rewrites
/// sets and leaves entries alone (GLS-19).
/// </summary>
public sealed class StoredDimensionSet
{
    public int CompanyNo { get; set; }

    /// <summary>From 1 on, without gaps; 0 is the empty set, which has no row.</summary>
    public int Id { get; set; }

    /// <summary>
    /// SHA-256 of the canonical text of the set: equal sets cannot be two (INV-52).
    /// </summary>
    public byte[] KeyHash { get; set; } = [];
    public string Global1Code { get; set; } = "";
    public string Global2Code { get; set; } = "";
    public List<DimensionSetEntry> Entries { get; set; } = [];
}

/// <summary>One dimension of a set with its value.</summary>
public sealed class DimensionSetEntry
{
    public int CompanyNo { get; set; }
    public int SetId { get; set; }
    public string DimensionCode { get; set; } = "";
    public string ValueCode { get; set; } = "";
}

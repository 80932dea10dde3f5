namespace Handel.Kernel;

/// <summary>Which way a document or a party's account runs: we sell, or we buy (S4).</summary>
public enum Direction : short
{
    Sale = 0,
    Purchase = 1,
}

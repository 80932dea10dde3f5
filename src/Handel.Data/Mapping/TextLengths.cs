using Microsoft.EntityFrameworkCore.Metadata;

namespace Handel.Data.Mapping;

/// <summary>
/// How long texts may be, by what they are: numbers 20, codes 20, external numbers 35, the rest as
/// the contract of the API says. Setup codes are longer than the API shows, never shorter.
/// </summary>
internal static class TextLengths
{
    public const int CodeMax = 20;
    private const int ExternalMax = 35;
    private const int NameMax = 100;
    private const int DescriptionMax = 250;

    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
            Apply(entity);
    }

    private static void Apply(IMutableTypeBase type)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.ClrType == typeof(string) && property.GetMaxLength() is null)
                property.SetMaxLength(For(property.Name));
        }
        foreach (var complex in type.GetComplexProperties())
            Apply(complex.ComplexType);
    }

    private static int For(string name) =>
        name switch
        {
            "ExternalDocumentNo" or "YourReference" or "PartyOrderNo" or "PartyShipmentNo" =>
                ExternalMax,
            "Website" or "DisplayName" or "Totaling" => DescriptionMax,
            "Email" or "SubCategory" or "Iban" => NameMax,
            _ when name.EndsWith("Code", StringComparison.Ordinal) => CodeMax,
            _ when name.EndsWith("No", StringComparison.Ordinal) => CodeMax,
            _ when name.EndsWith("Nos", StringComparison.Ordinal) => CodeMax,
            _ when name.EndsWith("Group", StringComparison.Ordinal) => CodeMax,
            _ when name.EndsWith("Account", StringComparison.Ordinal) => CodeMax,
            _ when name.EndsWith("Interim", StringComparison.Ordinal) => CodeMax,
            _ => NameMax,
        };
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Handel.Data.Mapping;

/// <summary>
/// Names in the database: lower case with underscores, so that SQL needs no quotes.
/// </summary>
internal static class SnakeCase
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            entity.SetTableName(From(entity.GetTableName() ?? entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(From(property.GetColumnName()));
            foreach (var complex in entity.GetComplexProperties())
                Apply(complex, From(complex.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(From(key.GetName() ?? ""));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(From(index.GetDatabaseName() ?? ""));
            foreach (var foreign in entity.GetForeignKeys())
                foreign.SetConstraintName(From(foreign.GetConstraintName() ?? ""));
        }
    }

    private static void Apply(IMutableComplexProperty complex, string prefix)
    {
        foreach (var property in complex.ComplexType.GetProperties())
            property.SetColumnName($"{prefix}_{From(property.Name)}");
        foreach (var inner in complex.ComplexType.GetComplexProperties())
            Apply(inner, $"{prefix}_{From(inner.Name)}");
    }

    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var isStart = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            if (isStart && name[i - 1] != '_')
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}

using System.Globalization;
using Handel.Ledgers.Finance;
using Handel.Ledgers.Journals;
using Handel.Ledgers.Setup;
using Handel.Ledgers.Vat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Handel.Data.Changes;

/// <summary>
/// Writes down every change of setup that a user makes, in the transaction that makes it (AUD-06).
/// What the program does by itself, as when it founds a company, has no user and leaves no trace.
/// </summary>
internal sealed class SetupLog : SaveChangesInterceptor
{
    /// <summary>Longer values are cut.</summary>
    public const int ValueLengthMax = 500;

    // Stamps of every row, and what tells it from others.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "CompanyNo",
        "Id",
        "Version",
        "ModifiedAt",
    };

    /// <summary>Tables that are logged, by their rows.</summary>
    public static IReadOnlySet<Type> Types { get; } =
        new HashSet<Type>([
            .. SetupVersion.SetupTypes,
            .. SetupVersion.DimensionTypes,
            typeof(VatBusPostingGroup),
            typeof(VatProdPostingGroup),
            typeof(InventoryPostingGroup),
            typeof(VatStatementTemplate),
            typeof(VatStatementName),
            typeof(VatStatementLine),
            typeof(Kernel.Numbering.NumberSeries),
            typeof(Kernel.Numbering.NumberSeriesLine),
            typeof(JournalTemplate),
            typeof(JournalBatch),
            typeof(SourceCode),
            typeof(ReasonCode),
        ]);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        var db = (HandelDbContext)eventData.Context!;
        if (db.UserName.Length > 0)
            db.AddRange(db.ChangeTracker.Entries().ToList().SelectMany(row => ChangesOf(row, db)));
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static IEnumerable<SetupChange> ChangesOf(EntityEntry row, HandelDbContext db)
    {
        if (!Types.Contains(row.Metadata.ClrType))
            yield break;
        SetupChangeKind? kind = row.State switch
        {
            EntityState.Added => SetupChangeKind.Added,
            EntityState.Modified => SetupChangeKind.Changed,
            EntityState.Deleted => SetupChangeKind.Deleted,
            EntityState.Detached or EntityState.Unchanged => null,
            _ => throw new InvalidOperationException($"Unknown state {row.State}."),
        };
        if (kind is not { } happened)
            yield break;
        var at = DateTimeOffset.UtcNow;
        var recordNo = KeyOf(row);
        foreach (var property in PropertiesOf(row.ComplexProperties, row.Properties))
        {
            var (before, after) = (
                happened == SetupChangeKind.Added ? "" : Text(property.OriginalValue),
                happened == SetupChangeKind.Deleted ? "" : Text(property.CurrentValue)
            );
            if (before == after || IsBlank(property, happened))
                continue;
            yield return new()
            {
                CompanyNo = db.CompanyNo,
                Id = Guid.CreateVersion7(),
                ChangedAt = at,
                UserName = db.UserName,
                TableName = row.Metadata.GetTableName()!,
                RecordNo = recordNo,
                Kind = happened,
                FieldName = property.Metadata.GetColumnName(),
                OldValue = before,
                NewValue = after,
            };
        }
    }

    private static IEnumerable<PropertyEntry> PropertiesOf(
        IEnumerable<ComplexPropertyEntry> parts,
        IEnumerable<PropertyEntry> own
    ) =>
        own.Where(property => !Silent.Contains(property.Metadata.Name))
            .Concat(
                parts.SelectMany(part => PropertiesOf(part.ComplexProperties, part.Properties))
            );

    // A row that comes or goes is told by what it fills.
    private static bool IsBlank(PropertyEntry property, SetupChangeKind kind)
    {
        if (kind == SetupChangeKind.Changed)
            return false;
        var value = kind == SetupChangeKind.Added ? property.CurrentValue : property.OriginalValue;
        var type = property.Metadata.ClrType;
        return value is null or ""
            || (type.IsValueType && value.Equals(Activator.CreateInstance(type)));
    }

    /// <summary>What is unique within the company; before the change, where it moves.</summary>
    private static string KeyOf(EntityEntry row)
    {
        var properties =
            row.Metadata.GetIndexes()
                .FirstOrDefault(index => index.IsUnique)
                ?.Properties.Where(property => !Silent.Contains(property.Name))
            ?? [];
        var isNew = row.State == EntityState.Added;
        var values = properties.Select(property =>
            Text(isNew ? row.CurrentValues[property] : row.OriginalValues[property])
        );
        return Cut(string.Join(", ", values));
    }

    private static string Text(object? value) =>
        Cut(
            value switch
            {
                null => "",
                DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
                decimal number => number.ToString(
                    "0.####################",
                    CultureInfo.InvariantCulture
                ),
                byte[] bytes => Convert.ToHexStringLower(bytes),
                IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            }
        );

    private static string Cut(string text) =>
        text.Length > ValueLengthMax ? text[..ValueLengthMax] : text;
}

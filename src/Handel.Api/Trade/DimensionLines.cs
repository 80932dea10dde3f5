using Handel.Api.Engine;
using Handel.Api.Finance;
using Handel.Kernel.Dimensions;

namespace Handel.Api.Trade;

/// <summary>Shortcut dimensions in the body of a document or a line (API-D1-14).</summary>
internal static class DimensionLines
{
    public static IEnumerable<DimensionChange> Shortcuts(Given given) =>
        given
            .Values.Select(value => (Shortcut: DimensionFields.ShortcutOf(value.Name), value.Value))
            .Where(pair => pair.Shortcut != 0)
            .Select(pair => DimensionChange.OfShortcut(pair.Shortcut, (string)pair.Value));
}

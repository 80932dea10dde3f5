using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Shell;
using Handel.Ledgers.Setup;

namespace Handel.Api.Setup;

/// <summary>Who changed what of the setup, and when (AUD-06). Read only.</summary>
internal static class SetupChanges
{
    public static Resource Create() =>
        Resource
            .Extension("setupChanges", "setupChange", s => s.Rows<SetupChange>())
            .Field("id", c => c.Id)
            .Field("changedDateTime", c => c.ChangedAt)
            .Field("userId", c => c.UserName)
            .Field("tableName", c => c.TableName)
            .Field("recordNumber", c => c.RecordNo)
            .Field("kind", c => c.Kind)
            .Field("fieldName", c => c.FieldName)
            .Field("oldValue", c => c.OldValue)
            .Field("newValue", c => c.NewValue)
            .ETag(c => (int)c.Kind)
            .OrderedBy("changedDateTime", "id");
}

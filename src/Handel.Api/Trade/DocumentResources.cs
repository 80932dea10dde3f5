using Handel.Api.Engine;
using Handel.Api.Engine.Contract;
using Handel.Api.Mirror;
using Handel.Trade.Documents;

namespace Handel.Api.Trade;

/// <summary>
/// The document sets of both routes and both directions: one definition for a kind (S4, A18.4).
/// </summary>
internal static class DocumentResources
{
    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.Order,
        DocumentKind.Invoice,
        DocumentKind.CreditMemo,
    ];

    public static IEnumerable<Resource> All()
    {
        foreach (var side in SideNames.Both)
        {
            foreach (var kind in Kinds)
            {
                yield return Standard(side, kind);
                yield return Lines(side, kind, isExtension: false);
                yield return Extension(side, kind);
                yield return Lines(side, kind, isExtension: true);
            }
            yield return Deliveries(side);
            yield return DeliveryLines(side);
        }
    }

    private static Resource<TradeDocument> Standard(SideNames side, DocumentKind kind)
    {
        var resource = Resource.Of(side.SetOf(kind), scope => Rows(scope, side, kind));
        var actions = new DocumentActions(side, kind);
        foreach (var action in resource.Shape.Actions)
            resource.Action(action.Name, Standard(actions, side, action.Name));
        if (!resource.Shape.Actions.Any(action => action.Name == "post"))
            resource.Unlisted(actions.PostShape, actions.Post);
        resource
            .Unlisted(actions.PreviewShape, actions.Preview)
            .Unlisted(actions.ReleaseShape, actions.Release)
            .Unlisted(actions.ReopenShape, actions.Reopen);
        return Written(DocumentFields.Bind(resource, side, kind), side, kind);
    }

    private static Func<RequestScope, Guid, Given, Task<ActionOutcome>> Standard(
        DocumentActions actions,
        SideNames side,
        string name
    ) =>
        name == "post" ? actions.PostWhole
        : name == side.DeliverAndInvoice ? actions.PostBoth
        : DocumentActions.NotYet;

    private static Resource<TradeDocument> Extension(SideNames side, DocumentKind kind)
    {
        var set = side.SetOf(kind);
        var resource = Resource.Extension(
            set,
            set[..^1],
            scope => Rows(scope, side, kind),
            like: set
        );
        var actions = new DocumentActions(side, kind);
        resource
            .Action<PostingResult>(actions.PostShape, actions.Post)
            .Action<PostingPreviewRows>(actions.PreviewShape, actions.Preview)
            .Action(
                actions.ReleaseShape with
                {
                    ReturnType = resource.Shape.TypeName,
                },
                actions.Release
            )
            .Action(
                actions.ReopenShape with
                {
                    ReturnType = resource.Shape.TypeName,
                },
                actions.Reopen
            );
        ExtraFields.Bind(resource, side, kind);
        return Written(DocumentFields.Bind(resource, side, kind), side, kind);
    }

    private static Resource<TradeDocument> Written(
        Resource<TradeDocument> resource,
        SideNames side,
        DocumentKind kind
    )
    {
        var writes = new DocumentWrites(side, kind);
        return resource
            .Create(writes.Create)
            .CreatesWith(SideNames.LinesOf(side.SetOf(kind)))
            .VersionBy((scope, id) => DocumentVersion.Find(scope, id, side.Direction, kind))
            .Update(writes.Update)
            .Delete(DocumentWrites.Delete);
    }

    private static Resource<LineRow> Lines(SideNames side, DocumentKind kind, bool isExtension)
    {
        var set = SideNames.LinesOf(side.SetOf(kind));
        IQueryable<LineRow> Source(RequestScope scope) =>
            LineFields.Rows(scope, Rows(scope, side, kind));
        var resource = isExtension
            ? Resource.Extension(set, set[..^1], Source, like: set)
            : Resource.Of(set, Source);
        var writes = new DocumentWrites(side, kind);
        return LineFields
            .Bind(resource)
            .Create(writes.CreateLine)
            .Update(writes.UpdateLine)
            .Delete(writes.DeleteLine);
    }

    private static Resource<TradeDocument> Deliveries(SideNames side) =>
        DocumentFields.Bind(
            Resource.Of(side.Deliveries, scope => Rows(scope, side, DocumentKind.Delivery)),
            side,
            DocumentKind.Delivery
        );

    private static Resource<LineRow> DeliveryLines(SideNames side) =>
        LineFields.Bind(
            Resource.Of(
                SideNames.LinesOf(side.Deliveries),
                scope => LineFields.Rows(scope, Rows(scope, side, DocumentKind.Delivery))
            )
        );

    private static IQueryable<TradeDocument> Rows(
        RequestScope scope,
        SideNames side,
        DocumentKind kind
    ) => side.DocumentRows(scope).Where(document => document.Kind == kind);
}

/// <summary>Header properties that only the extension route has (C1).</summary>
internal static class ExtraFields
{
    private const int CodeLength = 20;
    private const int NumberLength = 35;

    public static void Bind(Resource<TradeDocument> resource, SideNames side, DocumentKind kind)
    {
        if (!kind.IsCredit())
            Add(resource, side.ExternalNumber, d => d.ExternalDocumentNo, NumberLength);
        Add(resource, "yourReference", d => d.YourReference, NumberLength);
        Add(resource, "locationCode", d => d.LocationCode, CodeLength);
        Add(resource, "generalBusinessPostingGroup", d => d.GenBusPostingGroup, CodeLength);
        Add(resource, "taxBusinessPostingGroup", d => d.VatBusPostingGroup, CodeLength);
        Add(resource, "paymentMethodCode", d => d.PaymentMethodCode, CodeLength);
        Add(resource, "languageCode", d => d.LanguageCode, CodeLength);
        resource
            .Field("releaseStatus", d => d.Status)
            .Field("taxDate", d => d.VatDate, Access.ReadWrite)
            .Field("currencyFactor", d => d.CurrencyFactor, Access.ReadWrite)
            .Field("paymentDiscountPercent", d => d.PaymentDiscountPct, Access.ReadWrite)
            .Field("paymentDiscountDate", d => d.PmtDiscountDate, Access.ReadWrite)
            .Field("isPosted", d => d.IsPosted);
    }

    private static void Add(
        Resource<TradeDocument> resource,
        string name,
        System.Linq.Expressions.Expression<Func<TradeDocument, string>> value,
        int length
    )
    {
        if (resource.Shape.Fields.All(field => field.Name != name))
            resource.Field(name, value, Access.ReadWrite, length);
    }
}

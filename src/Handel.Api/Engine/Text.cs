using System.Globalization;
using System.Resources;

namespace Handel.Api.Engine;

/// <summary>The names of the engine's own messages, and their sentences in nl and en.</summary>
internal static class Text
{
    public const string ActionParameter = nameof(ActionParameter);
    public const string BadEnum = nameof(BadEnum);
    public const string BadIdempotencyKey = nameof(BadIdempotencyKey);
    public const string BadJson = nameof(BadJson);
    public const string BadKey = nameof(BadKey);
    public const string BadOption = nameof(BadOption);
    public const string BadToken = nameof(BadToken);
    public const string BadValue = nameof(BadValue);
    public const string BatchCompanies = nameof(BatchCompanies);
    public const string BatchTooLong = nameof(BatchTooLong);
    public const string Collision = nameof(Collision);
    public const string CompanyNotFound = nameof(CompanyNotFound);
    public const string ContentType = nameof(ContentType);
    public const string DeepUpdate = nameof(DeepUpdate);
    public const string DependencyFailed = nameof(DependencyFailed);
    public const string Duplicate = nameof(Duplicate);
    public const string EntityChanged = nameof(EntityChanged);
    public const string FilterNeeded = nameof(FilterNeeded);
    public const string FilterSyntax = nameof(FilterSyntax);
    public const string FilterTooDeep = nameof(FilterTooDeep);
    public const string FilterTypes = nameof(FilterTypes);
    public const string IdempotencyKeyReused = nameof(IdempotencyKeyReused);
    public const string IfMatch = nameof(IfMatch);
    public const string InsertTooDeep = nameof(InsertTooDeep);
    public const string MethodNotAllowed = nameof(MethodNotAllowed);
    public const string NotAcceptable = nameof(NotAcceptable);
    public const string NotImplemented = nameof(NotImplemented);
    public const string NullValue = nameof(NullValue);
    public const string ParentDiffers = nameof(ParentDiffers);
    public const string QueryTooLong = nameof(QueryTooLong);
    public const string ReadOnly = nameof(ReadOnly);
    public const string RequestDenied = nameof(RequestDenied);
    public const string RouteNotFound = nameof(RouteNotFound);
    public const string RowNotFound = nameof(RowNotFound);
    public const string SegmentNotFound = nameof(SegmentNotFound);
    public const string ServerError = nameof(ServerError);
    public const string StringTooLong = nameof(StringTooLong);
    public const string Tenant = nameof(Tenant);
    public const string TooManyRows = nameof(TooManyRows);
    public const string UnknownOption = nameof(UnknownOption);
    public const string UnknownProperty = nameof(UnknownProperty);

    private static readonly ResourceManager Sentences = new(
        "Handel.Api.Engine.Messages",
        typeof(Text).Assembly
    );

    public static string Of(ApiFault fault, CultureInfo language) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Sentences.GetString(fault.Text, language) ?? fault.Text,
            fault.Args
        );
}

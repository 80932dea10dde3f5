using Handel.Kernel.Problems;

namespace Handel.Api.Engine;

/// <summary>The error codes of the contract (A6) with their HTTP status.</summary>
public static class ErrorCode
{
    public const string BadRequest = "BadRequest";
    public const string InvalidRequestUrl = "BadRequest_InvalidRequestUrl";
    public const string InvalidOperation = "BadRequest_InvalidOperation";
    public const string InvalidToken = "BadRequest_InvalidToken";
    public const string RequiredParameter = "BadRequest_RequiredParamNotProvided";
    public const string NotFound = "BadRequest_NotFound";
    public const string ResourceNotFound = "BadRequest_ResourceNotFound";
    public const string MethodNotAllowed = "BadRequest_MethodNotAllowed";
    public const string MethodNotImplemented = "BadRequest_MethodNotImplemented";
    public const string QueryTooLong = "BadRequest_ExceededMaxQueryLength";
    public const string DependencyFailed = "BadRequest_DependencyFailed";
    public const string RecordNotFound = "Internal_RecordNotFound";
    public const string CompanyNotFound = "Internal_CompanyNotFound";
    public const string TenantUnavailable = "Internal_TenantUnavailable";
    public const string InvalidTableRelation = "Internal_InvalidTableRelation";
    public const string SameKeyExists = "Internal_EntityWithSameKeyExists";
    public const string ServerError = "Internal_ServerError";
    public const string IdempotencyKeyReused = "Request_IdempotencyKeyReused";
    public const string EntityChanged = "Request_EntityChanged";

    /// <summary>The database let this request go for another: send it again.</summary>
    public const string Collision = "Request_Collision";
    public const string DialogException = "Application_DialogException";
    public const string FieldValidationException = "Application_FieldValidationException";
    public const string EvaluateException = "Application_EvaluateException";
    public const string StringExceededLength = "Application_StringExceededLength";
    public const string InvalidGuid = "Application_InvalidGUID";
    public const string RequestDenied = "Authorization_RequestDenied";
    public const string Unknown = "Unknown";

    public static int StatusOf(string code) =>
        code switch
        {
            NotFound or ResourceNotFound or RecordNotFound => 404,
            CompanyNotFound or TenantUnavailable => 404,
            MethodNotAllowed => 405,
            MethodNotImplemented => 501,
            QueryTooLong => 414,
            SameKeyExists or EntityChanged or IdempotencyKeyReused or Collision => 409,
            RequestDenied => 403,
            ServerError => 500,
            DependencyFailed => 424,
            _ => 400,
        };
}

/// <summary>
/// A refusal by the engine itself: the code of the contract, the name of its message and what the
/// message names. Business refusals are <see cref="Problem"/>s.
/// </summary>
public sealed record ApiFault(string Code, string Text, params object[] Args)
{
    public string Target { get; init; } = "";
    public int Status { get; init; } = ErrorCode.StatusOf(Code);

    /// <summary>The verbs that are offered, for 405.</summary>
    public string Allow { get; init; } = "";
}

/// <summary>
/// Carries refusals out of the depth of a parser; caught once, at the endpoint.
/// </summary>
public sealed class RefusalException : Exception
{
    public RefusalException(IReadOnlyList<ApiFault> faults)
        : base(faults.Count > 0 ? faults[0].Text : "") => Faults = faults;

    public RefusalException(string code, string text, params object[] args)
        : this([new ApiFault(code, text, args)]) { }

    public IReadOnlyList<ApiFault> Faults { get; }

    /// <summary>
    /// What a use case found, for the parts of a write that business rules refuse.
    /// </summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>
    /// Where in a deep body the refused part stands: <c>salesOrderLines[2].</c>.
    /// </summary>
    public string TargetPrefix { get; init; } = "";
}

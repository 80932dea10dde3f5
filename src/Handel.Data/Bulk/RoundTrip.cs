using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handel.Data.Bulk;

/// <summary>
/// Questions and commands that go to the database together and are carried out in their order:
/// the caller waits once, however many there are. For what happens all day; LINQ is for the rest.
/// </summary>
public sealed class RoundTrip(HandelDbContext context)
{
    private readonly List<Func<NpgsqlConnection, CancellationToken, Task>> _copies = [];
    private readonly List<NpgsqlBatchCommand> _commands = [];
    private readonly List<IAnswer> _answers = [];

    public HandelDbContext Context => context;

    /// <summary>
    /// Asks for rows of the company: SQL from the condition on, with values in its places.
    /// </summary>
    public Answer<T> Rows<T>(FormattableString condition)
        where T : class
    {
        var shape = RowShape<T>.Of(context);
        var sql = $"{shape.SelectCommand} {shape.Table} t WHERE company_no = $1 AND ";
        return Ask(
            sql + Placed(condition, 2),
            [Parameter(context.CompanyNo), .. condition.GetArguments().Select(Parameter)],
            shape.Read
        );
    }

    /// <summary>Asks for the rows whose column has one of the values, if any.</summary>
    public Answer<T> Rows<T>(string column, string[] values)
        where T : class =>
        values.Length == 0
            ? Answer<T>.None
            : Rows<T>(FormattableStringFactory.Create(column + " = ANY({0})", [values]));

    /// <summary>
    /// Asks for rows that are found by way of others: what follows FROM, which calls them t and
    /// keeps to the company.
    /// </summary>
    public Answer<T> RowsFrom<T>(FormattableString source)
        where T : class
    {
        var shape = RowShape<T>.Of(context);
        return Ask(
            $"{shape.SelectCommand} {Placed(source, 1)}",
            source.GetArguments().Select(Parameter),
            shape.Read
        );
    }

    /// <summary>Asks anything else, and says how one answer is read.</summary>
    public Answer<T> Ask<T>(FormattableString sql, Func<NpgsqlDataReader, T> read) =>
        Ask(Placed(sql, 1), sql.GetArguments().Select(Parameter), read);

    /// <summary>Adds a command that answers nothing.</summary>
    public void Do(FormattableString sql) =>
        Add(Placed(sql, 1), sql.GetArguments().Select(Parameter));

    internal void Add(string sql, IEnumerable<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        _commands.Add(command);
    }

    /// <summary>Adds a COPY, which cannot travel with others: it goes ahead of them.</summary>
    internal void Copy(Func<NpgsqlConnection, CancellationToken, Task> copy) => _copies.Add(copy);

    /// <summary>Goes and comes back; what was asked is there now.</summary>
    public async Task Make(CancellationToken ct)
    {
        if (_copies.Count == 0 && _commands.Count == 0)
            return;
        await context.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            foreach (var copy in _copies)
                await copy(connection, ct);
            if (_commands.Count > 0)
                await Send(connection, ct);
        }
        finally
        {
            _copies.Clear();
            _commands.Clear();
            _answers.Clear();
            await context.Database.CloseConnectionAsync();
        }
    }

    private Answer<T> Ask<T>(
        string sql,
        IEnumerable<NpgsqlParameter> parameters,
        Func<NpgsqlDataReader, T> read
    )
    {
        Add(sql, parameters);
        var answer = new Answer<T>(read);
        _answers.Add(answer);
        return answer;
    }

    private async Task Send(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        foreach (var command in _commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var answer in _answers)
        {
            await answer.Read(reader, ct);
            await reader.NextResultAsync(ct);
        }
    }

    private static string Placed(FormattableString sql, int first)
    {
        var places = Enumerable.Range(first, sql.ArgumentCount).Select(place => $"${place}");
        return string.Format(CultureInfo.InvariantCulture, sql.Format, [.. places]);
    }

    private static NpgsqlParameter Parameter(object? value) => new() { Value = value };
}

internal interface IAnswer
{
    Task Read(NpgsqlDataReader reader, CancellationToken ct);
}

/// <summary>What a round trip was asked for; there once it is made.</summary>
public sealed class Answer<T> : IAnswer
{
    public static readonly Answer<T> None = new(null) { _rows = [] };

    private readonly Func<NpgsqlDataReader, T>? _read;
    private List<T>? _rows;

    internal Answer(Func<NpgsqlDataReader, T>? read) => _read = read;

    public IReadOnlyList<T> Rows =>
        _rows ?? throw new InvalidOperationException("The round trip is not made yet.");

    async Task IAnswer.Read(NpgsqlDataReader reader, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(_read!(reader));
        _rows = rows;
    }
}

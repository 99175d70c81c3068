using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using GraphQL.Types;
using Numerai.Contracts;

namespace Numerai.Web.GraphQl.Types;

/// <summary>How single values are written: the forms of REST, under the names that GraphQL has for them.</summary>
internal static class ScalarTypes
{
    private static readonly TextScalar _decimal = new(
        "Decimal",
        "An exact decimal as a string: amounts of NMR have at most 18 places.",
        value => value is decimal number ? DecimalTextJsonConverter.Text(number) : value.ToString()!);

    private static readonly TextScalar _dateTime = new(
        "DateTime", "UTC with whole seconds, such as 2026-01-02T03:04:05Z.", value => UtcTimeJsonConverter.Text((DateTimeOffset)value));

    private static readonly TextScalar _duration = new(
        "Duration", "Days.hours:minutes:seconds, such as 7.00:00:00.", value =>
            ((TimeSpan)value).ToString("c", CultureInfo.InvariantCulture));

    private static readonly TextScalar _date = new(
        "Date", "A day, such as 2026-01-02.", value => ((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static readonly TextScalar _time = new(
        "Time", "A time of day in UTC.", value => ((TimeOnly)value).ToString("HH:mm:ss", CultureInfo.InvariantCulture));

    public static JsonScalar Json { get; } = new();

    private static readonly IntGraphType _int = new();
    private static readonly IdScalar _id = new();
    private static readonly StringGraphType _string = new();

    private static readonly FrozenDictionary<Type, ScalarGraphType> _types = new Dictionary<Type, ScalarGraphType>
    {
        [typeof(string)] = _string,
        [typeof(int)] = _int,
        [typeof(long)] = new LongGraphType(),
        [typeof(bool)] = new BooleanGraphType(),
        [typeof(double)] = new FloatGraphType(),
        [typeof(decimal)] = _decimal,
        [typeof(Nmr)] = _decimal,
        [typeof(DateTimeOffset)] = _dateTime,
        [typeof(TimeSpan)] = _duration,
        [typeof(DateOnly)] = _date,
        [typeof(TimeOnly)] = _time,
        [typeof(Guid)] = _id,
        [typeof(AccountId)] = _id,
        [typeof(ModelId)] = _id,
        [typeof(SubmissionId)] = _id,
        [typeof(AgreementId)] = _id,
        [typeof(RoundId)] = _id,
        [typeof(TournamentId)] = _int,
        [typeof(JsonElement)] = Json,
        [typeof(byte[])] = _string,
    }.ToFrozenDictionary();

    public static ScalarGraphType? Find(Type type) => _types.GetValueOrDefault(type);

    /// <summary>What the scalar can serialize.</summary>
    public static object? Value(object? value) => value switch
    {
        TournamentId tournament => tournament.Number,
        byte[] bytes => Convert.ToBase64String(bytes),
        double number when !double.IsFinite(number) => null,
        _ => value,
    };
}

using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Http;

/// <summary>
/// What no JSON holds that comes in, wherever it stands and whatever it is for: text that is no text, numbers that go on and on, a null in
/// a list.
/// </summary>
internal static class JsonRules
{
    /// <summary>Far above the digits of any amount.</summary>
    public const int LongestNumber = 100;

    private const string NotUtf8 = "it is not valid UTF-8";

    /// <summary>Null when nothing is wrong. The depth is bounded by the parser that made the element.</summary>
    public static Refusal? Check(JsonElement root) =>
        Find(root) is { } fault ? Refuse(RefusalCodes.InvalidRequest, fault.Path, fault.Reason)
        : JsonLists.NullItem(root) is { } path ? Refuse(ApiCodes.NullInList, path, "a list holds no null; leave the item out")
        : null;

    private static Refusal Refuse(string code, string path, string reason) =>
        new(code, $"The request body is not understood at ${path}: {reason}.");

    private static Fault? Find(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => InList(value),
        JsonValueKind.Object => InObject(value),
        JsonValueKind.String when TextFault(value) is { } reason => new Fault(string.Empty, reason),
        JsonValueKind.Number when JsonMarshal.GetRawUtf8Value(value).Length > LongestNumber =>
            new Fault(string.Empty, $"a number has at most {LongestNumber} characters"),
        _ => null,
    };

    private static Fault? InList(JsonElement list)
    {
        var place = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (Find(item) is { } fault)
            {
                return fault.Inside(string.Create(CultureInfo.InvariantCulture, $"[{place}]"));
            }

            place++;
        }

        return null;
    }

    private static Fault? InObject(JsonElement value)
    {
        foreach (var field in value.EnumerateObject())
        {
            if (NameFault(field) is { } reason)
            {
                return new Fault(string.Empty, $"the name of a field there is not taken, {reason}");
            }

            if (Find(field.Value) is { } fault)
            {
                return fault.Inside("." + field.Name);
            }
        }

        return null;
    }

    private static string? TextFault(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        return raw.Contains((byte)'\\') ? Decoded(text.GetString) : Utf8.IsValid(raw) ? null : NotUtf8;
    }

    private static string? NameFault(JsonProperty field)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(field);
        return raw.Contains((byte)'\\') ? Decoded(() => field.Name) : Utf8.IsValid(raw) ? null : NotUtf8;
    }

    private static string? Decoded(Func<string?> read)
    {
        try
        {
            return PlainText.Fault(read());
        }
        catch (InvalidOperationException)
        {
            // The only thing the reader says of bytes and escapes that make no text.
            return "it is not valid UTF-8, or holds half of a surrogate pair";
        }
    }

    private sealed record Fault(string Path, string Reason)
    {
        public Fault Inside(string step) => this with { Path = step + Path };
    }
}

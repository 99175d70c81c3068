using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Numerai.Tournament.Outcomes;

namespace Numerai.Web.Http;

/// <summary>
/// What no JSON holds that comes in, wherever it stands and whatever it is for: a null in a list (no list of ours has holes, and code that
/// looks for the first wrong item takes a null for none), text that is no text, numbers that go on and on.
/// </summary>
internal static class JsonRules
{
    /// <summary>Far above the digits of any amount.</summary>
    public const int LongestNumber = 100;

    /// <summary>Null when nothing is wrong. The depth is bounded by the parser that made the element.</summary>
    public static Refusal? Check(JsonElement root) => Find(root) is { } fault
        ? new Refusal(fault.Code, $"The request body is not understood at ${fault.Path}: {fault.Reason}.")
        : null;

    private static Fault? Find(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                return InList(value);
            case JsonValueKind.Object:
                return InObject(value);
            case JsonValueKind.String:
                return TextFault(value) is { } reason ? new Fault(RefusalCodes.InvalidRequest, string.Empty, reason) : null;
            case JsonValueKind.Number when JsonMarshal.GetRawUtf8Value(value).Length > LongestNumber:
                return new Fault(RefusalCodes.InvalidRequest, string.Empty, $"a number has at most {LongestNumber} characters");
            default:
                return null;
        }
    }

    private static Fault? InList(JsonElement list)
    {
        var place = 0;
        foreach (var item in list.EnumerateArray())
        {
            var fault = item.ValueKind == JsonValueKind.Null
                ? new Fault(ApiCodes.NullInList, string.Empty, "a list holds no null; leave the item out")
                : Find(item);
            if (fault is not null)
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
                return new Fault(RefusalCodes.InvalidRequest, string.Empty, $"the name of a field there is not taken, {reason}");
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

    private const string NotUtf8 = "it is not valid UTF-8";

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

    private sealed record Fault(string Code, string Path, string Reason)
    {
        public Fault Inside(string step) => this with { Path = step + Path };
    }
}

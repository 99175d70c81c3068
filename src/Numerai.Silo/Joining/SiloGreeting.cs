namespace Numerai.Silo.Joining;

/// <summary>
/// The first eight bytes that a silo says: NMRSILO and its protocol, counted from the character 0. Protocol 1 was said as the eighth letter
/// of the name, before there was a number.
/// </summary>
internal sealed class SiloGreeting(byte protocol)
{
    public const int Bytes = 8;

    private const byte Zero = (byte)'0';

    public byte[] Frame { get; } = [.. Name, checked((byte)(Zero + protocol))];

    private static ReadOnlySpan<byte> Name => "NMRSILO"u8;

    /// <summary>The protocol of whoever says this; null when it is no silo.</summary>
    public static int? ProtocolOf(ReadOnlySpan<byte> frame) =>
        frame.StartsWith(Name) && frame[^1] > Zero ? frame[^1] - Zero : null;
}

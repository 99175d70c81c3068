using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Numerai.Data.Obfuscation;

/// <summary>Numbers that only the key's holder can foretell: HMAC-SHA-256 over a counter. The same seed gives the same stream
/// everywhere.</summary>
internal sealed class KeyedStream(byte[] seed)
{
    private byte[] _block = [];
    private int _used;
    private long _counter;

    public ulong Next()
    {
        if (_used + sizeof(ulong) > _block.Length)
        {
            var counter = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(counter, _counter++);
            _block = HMACSHA256.HashData(seed, counter);
            _used = 0;
        }

        var value = BinaryPrimitives.ReadUInt64LittleEndian(_block.AsSpan(_used));
        _used += sizeof(ulong);
        return value;
    }

    /// <summary>Uniform whole number below a limit, without the bias of a plain remainder.</summary>
    public int Below(int limit)
    {
        var range = (ulong)limit;
        var tail = ulong.MaxValue - (ulong.MaxValue % range);
        ulong value;
        do
        {
            value = Next();
        }
        while (value >= tail);
        return (int)(value % range);
    }

    /// <summary>Standard normal number (Box and Muller).</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(Uniform()));
        return radius * Math.Cos(2 * Math.PI * Uniform());
    }

    /// <summary>Shuffles in place (Fisher and Yates).</summary>
    public void Shuffle<T>(T[] values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private double Uniform() => ((Next() >> 11) + 0.5) / (1L << 53);
}

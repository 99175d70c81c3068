using System.Runtime.InteropServices;

namespace Numerai.Data.Submissions;

/// <summary>Hash of an id's bytes for look-ups. Only the operator's ids are ever inserted, so there is nobody to flood a table.</summary>
internal static class KeyHash
{
    public static uint Of(ReadOnlySpan<byte> key)
    {
        // Multiply and fold eight bytes at a time.
        unchecked
        {
            ulong state = 0x9E37_79B9_7F4A_7C15UL ^ (ulong)key.Length;
            while (key.Length >= sizeof(ulong))
            {
                state = Fold(state ^ MemoryMarshal.Read<ulong>(key));
                key = key[sizeof(ulong)..];
            }

            ulong rest = 0;
            foreach (byte symbol in key)
            {
                rest = (rest << 8) | symbol;
            }

            return (uint)Fold(state ^ rest);
        }
    }

    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value, 0xD6E8_FEB8_6659_FD93UL, out ulong low);
        return high ^ low;
    }
}

namespace Numerai.Behaviour.Fixtures;

/// <summary>What ada posts to her feed.</summary>
internal static class FixturePosts
{
    public static byte[] First => [.. "id,prediction\na,0.5\n"u8];

    public static byte[] Second => [.. "id,prediction\na,0.6\n"u8];
}

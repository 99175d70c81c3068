using System.Security.Cryptography;

namespace Numerai.Tournament.Ports;

public static class ObjectStoreExtensions
{
    /// <summary>
    /// Stores an object with part of its hash in the name, for steps that may be repeated with other content: what the first attempt left
    /// behind then takes no name that the second one needs.
    /// </summary>
    /// <param name="objects">The store.</param>
    /// <param name="name">Name up to the hash, such as "rounds/8/1/targets/day-1".</param>
    /// <param name="extension">Such as ".f64".</param>
    /// <param name="content">What to store.</param>
    public static Task<ObjectReference> PutByContentAsync(this IObjectStore objects, string name, string extension, byte[] content) =>
        objects.PutAsync($"{name}-{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}{extension}", content);
}

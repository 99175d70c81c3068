namespace Numerai.Tournament.Actors;

/// <summary>The last few things that were made, each once however many ask at the same time. One that failed is made again.</summary>
internal sealed class Recent<T>(int kept)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, Task<T> Value)> _entries = [];

    public Task<T> GetAsync(string key, Func<Task<T>> make)
    {
        lock (_lock)
        {
            for (var node = _entries.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key && !node.Value.Value.IsFaulted)
                {
                    _entries.Remove(node);
                    _entries.AddFirst(node);
                    return node.Value.Value;
                }
            }

            var value = make();
            _entries.AddFirst((key, value));
            if (_entries.Count > kept)
            {
                _entries.RemoveLast();
            }

            return value;
        }
    }
}

s/"large": {$/"larger": {/
